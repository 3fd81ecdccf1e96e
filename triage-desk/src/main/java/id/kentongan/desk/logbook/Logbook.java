package id.kentongan.desk.logbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The latest alerts, in PostgreSQL. Its tables are not logged by the database: after a crash they are empty, and the
 * inbox fills them again from the topic.
 */
@Repository
public class Logbook {
    public static final int PAGE = 50;
    private static final int TRIMMED_AT_ONCE = 20_000;

    private final JdbcClient sql;

    Logbook(JdbcClient sql) {
        this.sql = sql;
    }

    /** The next offset by partition; empty for a topic that was created anew, whose alerts so far are forgotten. */
    @Transactional
    public Map<Integer, Long> places(String topicId) {
        Map<Integer, Long> next = new HashMap<>();
        boolean other = sql.sql("select count(*) from recent_alert_place where topic_id <> :id")
                        .param("id", topicId)
                        .query(Long.class)
                        .single()
                > 0;
        if (other) {
            sql.sql("truncate recent_alert, recent_alert_place").update();
        }
        sql.sql("select partition, next_offset from recent_alert_place").query(row -> {
            next.put(row.getInt(1), row.getLong(2));
        });
        return next;
    }

    /** Alerts and the new place stand or fall together. */
    @Transactional
    public void take(List<LoggedAlert> alerts, Instant now, String topicId, Map<Integer, Long> nextOffsets) {
        if (!alerts.isEmpty()) {
            insert(alerts, now);
        }
        nextOffsets.forEach((partition, next) -> sql.sql("""
                insert into recent_alert_place (partition, topic_id, next_offset) values (:partition, :id, :next)
                on conflict (partition) do update set topic_id = :id, next_offset = :next
                """)
                .param("partition", partition)
                .param("id", topicId)
                .param("next", next)
                .update());
    }

    private void insert(List<LoggedAlert> alerts, Instant now) {
        sql.sql("""
                insert into recent_alert (taken_at, at, machine, agent_name, rule_id, level, description, source_ip,
                    account, excerpt)
                select :now, to_timestamp(at / 1000.0), machine, agent, rule, level, description, ip, account, excerpt
                from unnest(cast(:at as bigint[]), cast(:machine as text[]), cast(:agent as text[]),
                    cast(:rule as text[]), cast(:level as int[]), cast(:description as text[]), cast(:ip as text[]),
                    cast(:account as text[]), cast(:excerpt as text[]))
                    as new (at, machine, agent, rule, level, description, ip, account, excerpt)
                """)
                .param("now", utc(now))
                .param("at", alerts.stream().map(one -> one.at().toEpochMilli()).toArray(Long[]::new))
                .param("machine", texts(alerts, LoggedAlert::machine))
                .param("agent", texts(alerts, LoggedAlert::agentName))
                .param("rule", texts(alerts, LoggedAlert::ruleId))
                .param("level", alerts.stream().map(LoggedAlert::level).toArray(Integer[]::new))
                .param("description", texts(alerts, LoggedAlert::description))
                .param("ip", texts(alerts, LoggedAlert::sourceIp))
                .param("account", texts(alerts, LoggedAlert::account))
                .param("excerpt", texts(alerts, LoggedAlert::excerpt))
                .update();
    }

    /** Forgets what is older than {@code before}, and the oldest beyond {@code most} rows. */
    public void trim(Instant before, long most) {
        sql.sql("delete from recent_alert where id <= (select max(id) from recent_alert) - :most")
                .param("most", most)
                .update();
        int gone = TRIMMED_AT_ONCE;
        while (gone == TRIMMED_AT_ONCE) {
            gone = sql.sql("""
                    delete from recent_alert where taken_at < :before
                        and id in (select id from recent_alert order by id limit :rows)
                    """)
                    .param("before", utc(before))
                    .param("rows", TRIMMED_AT_ONCE)
                    .update();
        }
    }

    /** The newest first; one more than {@value #PAGE} where another page follows. */
    public List<LoggedAlert> of(Entity entity, String value, Instant from, Instant until, int page) {
        return sql.sql("""
                select * from recent_alert where %s = :value and at between :from and :until
                order by at desc, id desc limit :rows offset :skipped
                """.formatted(entity.column()))
                .param("value", storable(value))
                .param("from", utc(from))
                .param("until", utc(until))
                .param("rows", PAGE + 1)
                .param("skipped", page * PAGE)
                .query((row, index) -> alert(row))
                .list();
    }

    private static @Nullable String[] texts(List<LoggedAlert> alerts, Function<LoggedAlert, @Nullable String> text) {
        return alerts.stream().map(text).map(Logbook::storable).toArray(String[]::new);
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    private static LoggedAlert alert(ResultSet row) throws SQLException {
        return new LoggedAlert(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("machine"),
                row.getString("agent_name"),
                row.getString("rule_id"),
                row.getInt("level"),
                row.getString("description"),
                row.getString("source_ip"),
                row.getString("account"),
                row.getString("excerpt"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
