package id.kentongan.desk.outbox;

import id.kentongan.contracts.Topic;
import id.kentongan.desk.outbox.Parcel.Way;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What is to leave the desk, in PostgreSQL. Writing takes part in the caller's transaction and needs one. */
@Repository
public class Outbox {
    /** A message to people that could not be delivered for so long is given up; a record for a topic never is. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final JsonMapper JSON = new JsonMapper();
    private static final int BATCH = 200;

    private final JdbcClient sql;
    private final DeskSettings settings;
    private final Clock clock;

    Outbox(JdbcClient sql, DeskSettings settings, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    /** A record for a topic; null as value empties the key. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Topic topic, String key, @Nullable Object value) {
        add(Way.TOPIC, topic.named(settings.topicPrefix()), key, value == null ? null : JSON.writeValueAsString(value));
    }

    /** A message as JSON for one webhook. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void webhook(String address, Object message) {
        add(Way.WEBHOOK, address, "", JSON.writeValueAsString(message));
    }

    /** A message as JSON for another case tool, whose key the settings hold under that name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tool(String tool, String address, Object message) {
        add(Way.WEBHOOK, address, tool, JSON.writeValueAsString(message));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void mail(String address, String subject, String text) {
        add(Way.MAIL, address, subject, text);
    }

    private void add(Way way, String target, String key, @Nullable String payload) {
        sql.sql("""
                insert into outbox (way, target, key, payload, made_at, next_at)
                values (:way, :target, :key, :payload, :now, :now)
                """)
                .param("way", way.name())
                .param("target", target)
                .param("key", key.replace('\0', '\uFFFD'))
                .param("payload", payload)
                .param("now", utc(clock.instant()))
                .update();
    }

    /** What waits and is due, in the order in which it was written. */
    List<Parcel> due() {
        return sql.sql("""
                select id, way, target, key, payload, made_at, attempts from outbox
                where sent_at is null and given_up is null and (next_at <= :now or way = 'TOPIC')
                order by id limit :rows
                """)
                .param("now", utc(clock.instant()))
                .param("rows", BATCH)
                .query((row, index) -> new Parcel(
                        row.getLong("id"),
                        Way.valueOf(row.getString("way")),
                        row.getString("target"),
                        row.getString("key"),
                        row.getString("payload"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts")))
                .list();
    }

    long waiting() {
        return sql.sql("select count(*) from outbox where sent_at is null and given_up is null")
                .query(Long.class)
                .single();
    }

    void sent(Parcel parcel) {
        sql.sql("update outbox set sent_at = :now, attempts = attempts + 1, fault = null where id = :id")
                .param("now", utc(clock.instant()))
                .param("id", parcel.id())
                .update();
    }

    /** Tried again after 2, 4, 8 seconds and so on, at most ten minutes. */
    void failed(Parcel parcel, String fault) {
        Instant now = clock.instant();
        long wait = Math.min(600, 1L << Math.min(10, parcel.attempts() + 1));
        boolean over =
                parcel.way() != Way.TOPIC && parcel.madeAt().plus(PATIENCE).isBefore(now);
        sql.sql("""
                update outbox set attempts = attempts + 1, next_at = :next, fault = :fault,
                    given_up = case when :over then :now end
                where id = :id
                """)
                .param("next", utc(now.plusSeconds(wait)))
                .param("fault", fault.replace('\0', '\uFFFD'))
                .param("over", over)
                .param("now", utc(now))
                .param("id", parcel.id())
                .update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
