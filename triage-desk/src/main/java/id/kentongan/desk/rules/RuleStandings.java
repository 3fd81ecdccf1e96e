package id.kentongan.desk.rules;

import id.kentongan.contracts.RuleStanding;
import id.kentongan.contracts.RuleStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the job says that its rules stand, in PostgreSQL. Takes part in the caller's transaction. */
@Repository
public class RuleStandings {
    private static final int MOST_FAULTS = 20;
    private static final int LONGEST_FAULT = 500;

    /** @param why faults with line and column, or why it was paused */
    record Stands(
            RuleStanding standing,
            List<String> why,
            @Nullable Instant inForceFrom) {
        Stands {
            why = List.copyOf(why);
        }
    }

    private final JdbcClient sql;

    RuleStandings(JdbcClient sql) {
        this.sql = sql;
    }

    public void take(RuleStatus told) {
        Instant from = told.inForceFrom();
        sql.sql("""
                insert into rule_standing (rule, sha256, standing, why, in_force_from)
                values (:rule, :sha256, :standing, cast(:why as text[]), :from)
                on conflict (rule) do update set sha256 = excluded.sha256, standing = excluded.standing,
                    why = excluded.why, in_force_from = excluded.in_force_from
                """)
                .param("rule", storable(told.slug()))
                .param("sha256", storable(told.sha256()))
                .param("standing", told.standing().name())
                .param(
                        "why",
                        told.why().stream()
                                .limit(MOST_FAULTS)
                                .map(RuleStandings::storable)
                                .map(one -> one.substring(0, Math.min(LONGEST_FAULT, one.length())))
                                .toArray(String[]::new))
                .param("from", from == null ? null : from.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void forget(String rule) {
        sql.sql("delete from rule_standing where rule = :rule")
                .param("rule", storable(rule))
                .update();
    }

    Map<String, Stands> all() {
        Map<String, Stands> all = new HashMap<>();
        sql.sql("select * from rule_standing").query(row -> {
            OffsetDateTime from = row.getObject("in_force_from", OffsetDateTime.class);
            all.put(
                    row.getString("rule"),
                    new Stands(
                            RuleStanding.valueOf(row.getString("standing")),
                            List.of((String[]) row.getArray("why").getArray()),
                            from == null ? null : from.toInstant()));
        });
        return all;
    }

    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
