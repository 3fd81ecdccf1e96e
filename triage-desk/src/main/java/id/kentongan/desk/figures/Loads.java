package id.kentongan.desk.figures;

import id.kentongan.desk.figures.Load.Holder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts open cases by whose turn it is. */
@Repository
class Loads {
    private final JdbcClient sql;

    Loads(JdbcClient sql) {
        this.sql = sql;
    }

    /** Only of those who hold any. */
    List<Load> at(Instant now, ZoneId zone) {
        Instant tomorrow =
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        return sql.sql("""
                select holder, case when holder = 'ANALYST' then owner else '' end as name, count(*) as open,
                    count(*) filter (where due_at < coalesce(stopped, :now)) as overdue,
                    count(*) filter (where stopped is null and due_at >= :now and due_at < :tomorrow) as today
                from (
                    select course.owner, course.due_at, waiting.from_at as stopped, case
                        when course.stage = 'SENT' or (course.stage = 'WORK_REPORT' and course.author is not null)
                            then 'COORDINATOR'
                        when course.stage = 'VERIFIED' then 'HEAD'
                        when course.owner is null then 'NOBODY'
                        else 'ANALYST' end as holder
                    from case_course course
                    left join case_waiting waiting on waiting.case_id = course.case_id and waiting.until_at is null
                    where course.closed_at is null
                ) held group by 1, 2
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tomorrow", tomorrow.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Load(
                        Holder.valueOf(row.getString("holder")),
                        row.getString("name"),
                        row.getLong("open"),
                        row.getLong("overdue"),
                        row.getLong("today")))
                .list();
    }
}
