package id.kentongan.desk.health;

import id.kentongan.contracts.Gap;
import id.kentongan.contracts.GapReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gaps of the last 90 days, at most {@value #MOST}, each once. Writing takes part in the caller's transaction. */
@Repository
public class GapBook {
    static final int SHOWN = 50;
    private static final int MOST = 2000;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
    private static final int ID = 400;
    private static final int TEXT = 500;

    private final JdbcClient sql;
    private final Clock clock;

    GapBook(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Leaves out those whose times nothing can have: neither a case nor a ledger is refused for them. */
    public void take(Collection<Gap> gaps) {
        gaps.stream()
                .filter(gap -> gap.from().isAfter(Instant.EPOCH) && gap.to().isBefore(LATEST))
                .forEach(this::take);
    }

    private void take(Gap gap) {
        String node = gap.node();
        sql.sql("""
                insert into source_gap (gap_id, source, node, reason, from_at, to_at, alerts, detail)
                values (:id, :source, :node, :reason, :from, :to, :alerts, :detail)
                on conflict (gap_id) do update set from_at = excluded.from_at, to_at = excluded.to_at,
                    alerts = excluded.alerts, detail = excluded.detail
                where source_gap.to_at < excluded.to_at
                """)
                .param("id", Kept.text(gap.id(), ID))
                .param("source", Kept.text(gap.source(), TEXT))
                .param("node", node == null ? null : Kept.text(node, TEXT))
                .param("reason", gap.reason().name())
                .param("from", Kept.time(gap.from()))
                .param("to", Kept.time(gap.to()))
                .param("alerts", gap.alerts())
                .param("detail", Kept.text(gap.detail(), TEXT))
                .update();
    }

    public void trim() {
        sql.sql("""
                delete from source_gap where to_at < :before
                    or gap_id in (select gap_id from source_gap order by to_at desc offset :most)
                """)
                .param("before", Kept.time(clock.instant().minus(KEPT)))
                .param("most", MOST)
                .update();
    }

    /** The newest first, at most {@value #SHOWN}. */
    List<Gap> newest() {
        return sql.sql("select * from source_gap order by to_at desc, gap_id limit :most")
                .param("most", SHOWN)
                .query((row, index) -> new Gap(
                        row.getString("gap_id"),
                        row.getString("source"),
                        row.getString("node"),
                        GapReason.valueOf(row.getString("reason")),
                        Kept.time(row, "from_at"),
                        Kept.time(row, "to_at"),
                        row.getLong("alerts"),
                        row.getString("detail")))
                .list();
    }

    long count() {
        return sql.sql("select count(*) from source_gap").query(Long.class).single();
    }
}
