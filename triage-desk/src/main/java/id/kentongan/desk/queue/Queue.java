package id.kentongan.desk.queue;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of candidates: the most severe first, among them the newest first. */
@Repository
class Queue {
    private static final String MATCHES =
            "(cast(:pattern as text) is null or search_text like :pattern or lower(number) like :pattern)";

    private final JdbcClient sql;

    Queue(JdbcClient sql) {
        this.sql = sql;
    }

    List<QueueEntry> entries(QueueFilter filter) {
        return sql.sql("""
                select number, severity, title_id, title_en, node, agent_id, agent_name, rules, alert_count,
                    first_seen, last_seen, first_received
                from case_file
                where (cast(:severity as text) is null or severity = :severity) and %s
                order by severity_rank desc, opened_at desc, number desc
                limit :rows offset :offset
                """.formatted(MATCHES))
                .params(parameters(filter))
                .param("rows", QueueFilter.ROWS)
                .param("offset", filter.offset())
                .query((row, index) -> entry(row))
                .list();
    }

    /** How many match the filter's text, whatever severity it asks for. */
    Map<Severity, Long> counts(QueueFilter filter) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        sql.sql("select severity, count(*) from case_file where " + MATCHES + " group by severity")
                .params(parameters(filter))
                .query(row -> {
                    counts.put(Severity.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private static Map<String, @Nullable Object> parameters(QueueFilter filter) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        Severity severity = filter.severity();
        parameters.put("severity", severity == null ? null : severity.name());
        parameters.put("pattern", filter.pattern());
        return parameters;
    }

    private static QueueEntry entry(ResultSet row) throws SQLException {
        return new QueueEntry(
                row.getString("number"),
                Severity.valueOf(row.getString("severity")),
                new Text(row.getString("title_id"), row.getString("title_en")),
                new Asset(row.getString("node"), row.getString("agent_id"), row.getString("agent_name"), null),
                List.of((String[]) row.getArray("rules").getArray()),
                row.getLong("alert_count"),
                time(row, "first_seen"),
                time(row, "last_seen"),
                time(row, "first_received"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
