package id.kentongan.desk.health;

import id.kentongan.contracts.LedgerRecord;
import id.kentongan.contracts.SourceRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of each source of alerts, in PostgreSQL. Writing takes part in the caller's transaction. */
@Repository
public class SourceBook {
    static final int MOST = 300;
    private static final int NAME = 200;
    private static final int TEXT = 500;

    private final JdbcClient sql;

    SourceBook(JdbcClient sql) {
        this.sql = sql;
    }

    public void take(SourceRecord entry) {
        sql.sql("""
                insert into source_entry (source, host, kind, delay_millis, retired, since)
                values (:source, :host, :kind, :delay, :retired, :since)
                on conflict (source) do update set host = excluded.host, kind = excluded.kind,
                    delay_millis = excluded.delay_millis, retired = excluded.retired, since = excluded.since
                """)
                .param("source", Kept.text(entry.source(), NAME))
                .param("host", Kept.text(entry.host(), NAME))
                .param("kind", Kept.text(entry.kind(), NAME))
                .param("delay", Math.max(0, entry.delayMillis()))
                .param("retired", entry.retired())
                .param("since", Kept.time(entry.since()))
                .update();
    }

    public void take(LedgerRecord told) {
        String trouble = told.trouble();
        sql.sql("""
                insert into source_ledger (source, kind, told_at, began, acknowledged, refused, bytes_behind, up_to,
                    last_alert, trouble, gap_count)
                values (:source, :kind, :at, :began, :acknowledged, :refused, :behind, :upTo, :last, :trouble, :gaps)
                on conflict (source) do update set kind = excluded.kind, told_at = excluded.told_at,
                    began = excluded.began, acknowledged = excluded.acknowledged, refused = excluded.refused,
                    bytes_behind = excluded.bytes_behind, up_to = excluded.up_to, last_alert = excluded.last_alert,
                    trouble = excluded.trouble, gap_count = excluded.gap_count
                """)
                .param("source", Kept.text(told.source(), NAME))
                .param("kind", Kept.text(told.kind(), NAME))
                .param("at", Kept.time(told.at()))
                .param("began", Kept.time(told.began()))
                .param("acknowledged", told.acknowledged())
                .param("refused", told.refused())
                .param("behind", told.bytesBehind())
                .param("upTo", Kept.time(told.upTo()))
                .param("last", Kept.time(told.lastAlert()))
                .param("trouble", trouble == null ? null : Kept.text(trouble, TEXT))
                .param("gaps", told.gapCount())
                .update();
    }

    public void forgetEntry(String source) {
        sql.sql("delete from source_entry where source = :source")
                .param("source", Kept.text(source, NAME))
                .update();
    }

    public void forgetLedger(String source) {
        sql.sql("delete from source_ledger where source = :source")
                .param("source", Kept.text(source, NAME))
                .update();
    }

    /** Keeps the newest of each. */
    public void trim() {
        sql.sql("""
                delete from source_entry where source in
                    (select source from source_entry order by since desc offset :most)
                """).param("most", MOST).update();
        sql.sql("""
                delete from source_ledger where source in
                    (select source from source_ledger order by told_at desc offset :most)
                """).param("most", MOST).update();
    }

    /** Each source that anybody told of or that was heard, by name. */
    List<SourceFacts> all() {
        return sql.sql("""
                select source, entry.host, coalesce(ledger.kind, entry.kind) as kind, entry.delay_millis,
                    coalesce(entry.retired, false) or coalesce(heard.ended, false) as retired, heard.beat_at,
                    ledger.told_at, ledger.began, ledger.up_to, ledger.last_alert, ledger.acknowledged,
                    ledger.refused, ledger.bytes_behind, ledger.trouble, ledger.gap_count
                from source_entry entry full join source_ledger ledger using (source)
                    full join source_heard heard using (source)
                order by source limit :most
                """)
                .param("most", MOST)
                .query((row, index) -> facts(row))
                .list();
    }

    private static SourceFacts facts(ResultSet row) throws SQLException {
        return new SourceFacts(
                row.getString("source"),
                row.getString("host"),
                row.getString("kind"),
                row.getLong("delay_millis"),
                row.getBoolean("retired"),
                Kept.maybe(row, "beat_at"),
                row.getObject("told_at") == null
                        ? null
                        : new SourceFacts.Ledger(
                                Kept.time(row, "told_at"),
                                Kept.time(row, "began"),
                                Kept.maybe(row, "up_to"),
                                Kept.maybe(row, "last_alert"),
                                row.getLong("acknowledged"),
                                row.getLong("refused"),
                                row.getLong("bytes_behind"),
                                row.getString("trouble"),
                                row.getLong("gap_count")));
    }
}
