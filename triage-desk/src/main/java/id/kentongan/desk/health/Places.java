package id.kentongan.desk.health;

import id.kentongan.contracts.Topic;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the desk's own tables tell of its way in and out. */
@Repository
class Places {
    private static final int LOOKED_THROUGH = 10_000;
    private static final int SHOWN = 10;

    /** @param topic plain or with the prefix of the settings, as the reader wrote it */
    record Refused(String topic, String reason, long records, Instant newest) {}

    /** @param detail one sentence, may hold what others wrote */
    record Latest(String topic, String reason, String detail, Instant at) {}

    /**
     * What has not left yet on one way.
     *
     * @param way as in the table
     * @param givenUp messages that were never delivered
     */
    record Leaving(String way, long waiting, Instant oldest, long attempts, long givenUp) {}

    private final JdbcClient sql;
    private final DeskSettings settings;

    Places(JdbcClient sql, DeskSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** The topics that the settings let the desk read. */
    List<Reader> readers() {
        Map<String, Reader> told = new HashMap<>();
        sql.sql("""
                select topic, sum(greatest(0, end_offset - next_offset)) as behind, min(checked_at) as checked
                from inbox_position group by topic having count(*) = count(end_offset)
                """).query(row -> {
            String topic = row.getString("topic");
            told.put(topic, new Reader(topic, row.getLong("behind"), Kept.maybe(row, "checked")));
        });
        return Stream.of(
                        Topic.ALERTS,
                        Topic.SOURCES,
                        Topic.LEDGER,
                        Topic.ALERTS_REJECTED,
                        Topic.CASES,
                        Topic.FINDINGS,
                        Topic.RULE_STATUS)
                .filter(topic -> topic != Topic.ALERTS || settings.logs().days() > 0)
                .map(topic -> {
                    Reader found = told.get(topic.named(settings.topicPrefix()));
                    return new Reader(
                            topic.named(""),
                            found == null ? null : found.behind(),
                            found == null ? null : found.checked());
                })
                .toList();
    }

    /** Among the latest {@value #LOOKED_THROUGH}. */
    List<Refused> refused() {
        return sql.sql("""
                select topic, reason, count(*) as records, max(received) as newest
                from (select topic, reason, received from inbox_refused order by id desc limit :most) latest
                group by topic, reason order by 4 desc limit 30
                """)
                .param("most", LOOKED_THROUGH)
                .query((row, index) -> new Refused(
                        row.getString("topic"),
                        row.getString("reason"),
                        row.getLong("records"),
                        Kept.time(row, "newest")))
                .list();
    }

    List<Latest> latestRefused() {
        return sql.sql("select topic, reason, detail, received from inbox_refused order by id desc limit :most")
                .param("most", SHOWN)
                .query((row, index) -> new Latest(
                        row.getString("topic"),
                        row.getString("reason"),
                        row.getString("detail"),
                        Kept.time(row, "received")))
                .list();
    }

    List<Leaving> leaving() {
        return sql.sql("""
                select way, count(*) filter (where given_up is null) as waiting, min(made_at) as oldest,
                    max(attempts) as attempts, count(given_up) as given_up
                from (
                    select way, made_at, attempts, given_up from outbox where sent_at is null and given_up is null
                    union all
                    select way, made_at, attempts, given_up from outbox where given_up is not null
                ) left_over group by way order by way
                """)
                .query((row, index) -> new Leaving(
                        row.getString("way"),
                        row.getLong("waiting"),
                        Kept.time(row, "oldest"),
                        row.getLong("attempts"),
                        row.getLong("given_up")))
                .list();
    }

    /** When the newest version of any case came, UTC. */
    Optional<Instant> newestCase() {
        return sql.sql("select max(last_received) as newest from case_file")
                .query((row, index) -> Optional.ofNullable(Kept.maybe(row, "newest")))
                .single();
    }
}
