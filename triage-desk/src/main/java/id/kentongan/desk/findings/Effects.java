package id.kentongan.desk.findings;

import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.findings.Effect.Covered;
import id.kentongan.desk.settings.DeskSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What exceptions did, from the findings held and from those already forgotten. */
@Repository
public class Effects {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int NEWEST = 5;

    private final JdbcClient sql;
    private final String zone;
    private final Clock clock;

    @Autowired
    Effects(JdbcClient sql, DeskSettings settings, Clock clock) {
        this(sql, settings.timeZone(), clock);
    }

    Effects(JdbcClient sql, ZoneId zone, Clock clock) {
        this.sql = sql;
        this.zone = zone.getId();
        this.clock = clock;
    }

    /** By id of the exception; those that covered nothing are missing. */
    public Map<String, Effect> of(Collection<String> exceptions) {
        String[] ids = exceptions.toArray(String[]::new);
        Map<String, List<Covered>> newest = newest(ids);
        Map<String, Effect> effects = new HashMap<>();
        sql.sql("""
                select id, sum(findings), count(distinct day), max(last_at),
                    coalesce(sum(findings) filter (where last_at >= :week), 0)
                from (
                    select exception_id as id, day, findings, last_at from exception_day
                    where exception_id = any(cast(:ids as text[]))
                    union all
                    select id, cast(last_at at time zone :zone as date), 1, last_at
                    from finding cross join unnest(exceptions) id where exceptions && cast(:ids as text[])
                ) covered
                where id = any(cast(:ids as text[])) group by id
                """)
                .param("ids", ids)
                .param("zone", zone)
                .param("week", clock.instant().minus(WEEK).atOffset(ZoneOffset.UTC))
                .query(row -> {
                    String id = row.getString(1);
                    effects.put(
                            id,
                            new Effect(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(5),
                                    row.getObject(4, OffsetDateTime.class).toInstant(),
                                    newest.getOrDefault(id, List.of())));
                });
        return effects;
    }

    private Map<String, List<Covered>> newest(String[] ids) {
        Map<String, List<Covered>> newest = new HashMap<>();
        sql.sql("""
                select asked.id, held.* from unnest(cast(:ids as text[])) asked (id) cross join lateral (
                    select * from finding where exceptions @> array[asked.id]
                    order by last_at desc, finding_id limit :rows
                ) held
                order by held.last_at desc, held.finding_id
                """).param("ids", ids).param("rows", NEWEST).query(row -> {
            newest.computeIfAbsent(row.getString("id"), none -> new ArrayList<>())
                    .add(covered(row));
        });
        return newest;
    }

    private static Covered covered(ResultSet row) throws SQLException {
        return new Covered(
                row.getString("finding_id"),
                row.getString("rule"),
                new Text(row.getString("title_id"), row.getString("title_en")),
                Severity.valueOf(row.getString("severity")),
                row.getString("machine"),
                row.getString("entity"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }
}
