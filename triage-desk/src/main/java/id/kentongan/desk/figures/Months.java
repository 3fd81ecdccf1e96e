package id.kentongan.desk.figures;

import id.kentongan.desk.casefile.StageName;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what a month brought. */
@Repository
class Months {
    private final JdbcClient sql;

    Months(JdbcClient sql) {
        this.sql = sql;
    }

    Month of(YearMonth month, ZoneId zone) {
        OffsetDateTime from = start(month, zone);
        OffsetDateTime until = start(month.plusMonths(1), zone);
        Map<StageName, Pace> paces = paces(from, until);
        return sql.sql("""
                select
                    (select count(*) from case_file join case_course using (case_id)
                        where opened_at >= :from and opened_at < :until and stage <> 'MERGED') as opened,
                    (select count(*) from verdict where decided_at >= :from and decided_at < :until
                        and verdict = 'FALSE_NEGATIVE') as incidents,
                    (select count(*) from verdict where decided_at >= :from and decided_at < :until
                        and verdict = 'FALSE_POSITIVE') as false_alarms,
                    (select count(*) from case_course where closed_at >= :from and closed_at < :until
                        and stage = 'NO_ANOMALY') as no_anomaly,
                    (select count(*) from case_move where at >= :from and at < :until
                        and move = 'ISSUE_LETTER') as letters,
                    (select count(*) from letter where replied_on >= :first and replied_on < :next) as answers
                """)
                .param("from", from)
                .param("until", until)
                .param("first", month.atDay(1))
                .param("next", month.plusMonths(1).atDay(1))
                .query((row, index) -> new Month(
                        row.getLong("opened"),
                        row.getLong("incidents"),
                        row.getLong("false_alarms"),
                        row.getLong("no_anomaly"),
                        row.getLong("letters"),
                        row.getLong("answers"),
                        paces))
                .single();
    }

    /** Of the stages that were left from one moment to before another. */
    Map<StageName, Pace> paces(Instant from, Instant until) {
        return paces(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC));
    }

    private Map<StageName, Pace> paces(OffsetDateTime from, OffsetDateTime until) {
        Map<StageName, Pace> paces = new EnumMap<>(StageName.class);
        sql.sql("""
                select from_stage, count(*) as times,
                    percentile_cont(0.5) within group (order by work_seconds) as work,
                    percentile_cont(0.5) within group (order by wait_seconds) as waited,
                    count(due_at) as limited, count(*) filter (where at <= due_at) as in_time
                from case_move where at >= :from and at < :until and to_stage <> from_stage group by 1
                """).param("from", from).param("until", until).query(row -> {
            paces.put(
                    StageName.valueOf(row.getString("from_stage")),
                    new Pace(
                            row.getLong("times"),
                            Duration.ofSeconds(Math.round(row.getDouble("work"))),
                            Duration.ofSeconds(Math.round(row.getDouble("waited"))),
                            row.getLong("limited"),
                            row.getLong("in_time")));
        });
        return paces;
    }

    private static OffsetDateTime start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }
}
