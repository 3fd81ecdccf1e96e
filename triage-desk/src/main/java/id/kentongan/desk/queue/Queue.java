package id.kentongan.desk.queue;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.settings.DeskSettings;
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

/** The lists of cases: by the day on which they are due, the most severe first within a day. */
@Repository
class Queue {
    /** More cases than these are not counted: an archive of years has too many for each look at it. */
    private static final int COUNTED = 1000;

    private final JdbcClient sql;
    private final DeskSettings settings;

    Queue(JdbcClient sql, DeskSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** One page, and one case more where another page follows. */
    List<QueueEntry> entries(Listing listing, String me, QueueFilter filter) {
        return sql.sql("""
                select number, severity, title_id, title_en, node, agent_id, agent_name, rules, alert_count,
                    first_seen, last_seen, first_received, course.stage, course.due_at, owner.name as owner,
                    owner.full_name as owner_name,
                    date(timezone(:zone, course.due_at)) as due_day,
                    (select from_at from case_waiting waiting
                        where waiting.case_id = course.case_id and until_at is null) as stopped
                from case_file join case_course course using (case_id)
                left join person owner on owner.name = course.owner
                where %s
                order by %s
                limit :rows offset :offset
                """.formatted(condition(listing, filter, true), listing.order()))
                .params(parameters(me, filter))
                .param("zone", settings.timeZone().getId())
                .param("rows", QueueFilter.ROWS + 1)
                .param("offset", filter.offset())
                .query((row, index) -> entry(row))
                .list();
    }

    /** How many match the filter's text, whatever severity it asks for. */
    Counts counts(Listing listing, String me, QueueFilter filter) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        sql.sql("""
                select severity, count(*) from (
                    select severity from case_file join case_course course using (case_id)
                    where %s limit :counted) matching
                group by severity
                """.formatted(condition(listing, filter, false)))
                .params(parameters(me, filter))
                .param("counted", COUNTED + 1)
                .query(row -> {
                    counts.put(Severity.valueOf(row.getString(1)), row.getLong(2));
                });
        return Counts.of(counts, COUNTED);
    }

    /** Only what is asked for stands in the statement: so the database sees which index serves it. */
    private static String condition(Listing listing, QueueFilter filter, boolean bySeverity) {
        return listing.condition()
                + (filter.pattern() == null ? "" : " and search_text like :pattern")
                + (bySeverity && filter.severity() != null ? " and severity = :severity" : "");
    }

    private static Map<String, @Nullable Object> parameters(String me, QueueFilter filter) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        Severity severity = filter.severity();
        parameters.put("me", me);
        parameters.put("severity", severity == null ? null : severity.name());
        parameters.put("pattern", filter.pattern());
        return parameters;
    }

    private static QueueEntry entry(ResultSet row) throws SQLException {
        String name = row.getString("owner_name");
        return new QueueEntry(
                row.getString("number"),
                Severity.valueOf(row.getString("severity")),
                new Text(row.getString("title_id"), row.getString("title_en")),
                new Asset(row.getString("node"), row.getString("agent_id"), row.getString("agent_name"), null),
                List.of((String[]) row.getArray("rules").getArray()),
                row.getLong("alert_count"),
                time(row, "first_seen"),
                time(row, "last_seen"),
                time(row, "first_received"),
                StageName.valueOf(row.getString("stage")),
                maybe(row, "due_at"),
                maybe(row, "stopped"),
                name == null || name.isBlank() ? row.getString("owner") : name);
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
