package id.kentongan.desk.telling;

import id.kentongan.desk.deadline.LegalClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The legal clocks of all open cases, until it is written down that what they ask for was told. */
@Repository
public class RunningClocks {
    /** One that runs since a person took the case, or has run out. */
    public record Running(String caseId, LegalClock clock, Instant discovered) {}

    private final JdbcClient sql;

    public RunningClocks(JdbcClient sql) {
        this.sql = sql;
    }

    /** What was reported, or found to be no incident, is not among them. */
    public List<Running> all() {
        return sql.sql("""
                select course.case_id, clock.name, course.discovered_at
                from case_course course join case_file file using (case_id)
                join asset_card card on card.node = file.node and card.agent_id = file.agent_id
                cross join lateral (values ('IIV_REPORT', card.iiv), ('PERSONAL_DATA_NOTICE', card.personal_data))
                    as clock (name, runs)
                where clock.runs and course.discovered_at is not null and course.closed_at is null
                    and course.stage <> 'WORK_REPORT'
                    and not exists (select from legal_report told
                        where told.case_id = course.case_id and told.clock = clock.name)
                """)
                .query((row, index) -> new Running(
                        row.getString("case_id"),
                        LegalClock.valueOf(row.getString("name")),
                        row.getObject("discovered_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
