package id.kentongan.desk.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The journal in PostgreSQL. Takes part in the caller's transaction: a deed and its entry stand or fall together. */
@Repository
public class Journal {
    /** Who stands in the journal where no person acted. */
    public static final String SYSTEM = "-";

    private static final int ROWS_AT_ONCE = 1000;

    private record Head(long seq, String hash) {}

    private final JdbcClient sql;
    private final Clock clock;

    Journal(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Adds one entry; others who write wait until the caller's transaction has ended. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void write(String actor, String role, String deed, String subject, String detail) {
        Head head = sql.sql("select seq, hash from journal_head for update")
                .query((row, index) -> new Head(row.getLong(1), row.getString(2)))
                .single();
        // PostgreSQL keeps microseconds; the hash must be over what can be read back.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Entry entry = new Entry(
                head.seq() + 1,
                now,
                storable(actor),
                storable(role),
                storable(deed),
                storable(subject),
                storable(detail),
                head.hash());
        sql.sql("""
                insert into journal (seq, at, actor, role, deed, subject, detail, previous, hash)
                values (:seq, :at, :actor, :role, :deed, :subject, :detail, :previous, :hash)
                """)
                .param("seq", entry.seq())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("role", entry.role())
                .param("deed", entry.deed())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .param("previous", entry.previous())
                .param("hash", entry.hash())
                .update();
        sql.sql("update journal_head set seq = :seq, hash = :hash")
                .param("seq", entry.seq())
                .param("hash", entry.hash())
                .update();
    }

    /** The newest entries first. */
    List<Entry> page(long before, int rows) {
        return sql.sql("select * from journal where seq < :before order by seq desc limit :rows")
                .param("before", before)
                .param("rows", rows)
                .query((row, index) -> entry(row))
                .list();
    }

    /** The entries on one case or person, in order. */
    public List<Entry> about(String subject) {
        return sql.sql("select * from journal where subject = :subject order by seq")
                .param("subject", subject)
                .query((row, index) -> entry(row))
                .list();
    }

    @Transactional(readOnly = true, isolation = org.springframework.transaction.annotation.Isolation.REPEATABLE_READ)
    Chain.Verified verify() {
        return verify(sql);
    }

    /** Within the caller's transaction, which must see one snapshot. */
    static Chain.Verified verify(JdbcClient sql) {
        Chain chain = new Chain();
        sql.sql("select * from journal order by seq")
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    chain.follow(entry(row), row.getString("hash"));
                });
        Head head = sql.sql("select seq, hash from journal_head")
                .query((row, index) -> new Head(row.getLong(1), row.getString(2)))
                .optional()
                .orElse(new Head(0, Entry.BEGINNING));
        return chain.end(head.seq(), head.hash());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("deed"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("previous"));
    }

    private static String storable(String text) {
        return new String(
                text.replace('\0', '\uFFFD').getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
