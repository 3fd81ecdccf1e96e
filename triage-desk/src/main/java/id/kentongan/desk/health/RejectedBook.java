package id.kentongan.desk.health;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines that forwarder or job refused: counts of 30 days, the beginnings of the latest {@value #MOST_LINES}. */
@Repository
public class RejectedBook {
    static final int DAYS = 30;
    static final int SHOWN = 10;
    private static final int MOST_LINES = 200;
    private static final int TEXT = 300;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]{0,39}");

    /** @param lines of the last {@value #DAYS} days */
    record Count(String reason, long lines) {}

    private final JdbcClient sql;
    private final Clock clock;

    RejectedBook(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes part in the caller's transaction. */
    public void take(RejectedLine line) {
        if (!line.counted()) {
            return;
        }
        String reason = CODE.matcher(line.reason()).matches() ? line.reason() : "unknown";
        sql.sql("""
                insert into rejected_day (day, reason, lines) values (:day, :reason, 1)
                on conflict (day, reason) do update set lines = rejected_day.lines + 1
                """)
                .param("day", LocalDate.ofInstant(line.at(), ZoneOffset.UTC))
                .param("reason", reason)
                .update();
        sql.sql("""
                insert into rejected_line (at, source, reason, place, excerpt)
                values (:at, :source, :reason, :place, :excerpt)
                """)
                .param("at", Kept.time(line.at()))
                .param("source", Kept.text(line.source(), TEXT))
                .param("reason", reason)
                .param("place", Kept.text(line.place(), TEXT))
                .param("excerpt", Kept.text(line.excerpt(), TEXT))
                .update();
    }

    public void trim() {
        sql.sql("delete from rejected_day where day < :first")
                .param("first", first())
                .update();
        sql.sql("delete from rejected_line where id <= (select max(id) from rejected_line) - :most or at < :first")
                .param("most", MOST_LINES)
                .param("first", first().atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }

    private LocalDate first() {
        return LocalDate.ofInstant(clock.instant().minus(Duration.ofDays(DAYS)), ZoneOffset.UTC);
    }

    List<Count> counts() {
        return sql.sql("""
                select reason, sum(lines) as lines from rejected_day where day >= :first
                group by reason order by 2 desc, 1 limit 20
                """)
                .param("first", first())
                .query((row, index) -> new Count(row.getString(1), row.getLong(2)))
                .list();
    }

    /** The newest first, at most {@value #SHOWN}. */
    List<RejectedLine> latest() {
        return sql.sql("select * from rejected_line order by id desc limit :most")
                .param("most", SHOWN)
                .query((row, index) -> new RejectedLine(
                        Kept.time(row, "at"),
                        row.getString("source"),
                        row.getString("reason"),
                        row.getString("place"),
                        row.getString("excerpt"),
                        true))
                .list();
    }
}
