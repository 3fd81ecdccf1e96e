package id.kentongan.desk.telling;

import id.kentongan.desk.deadline.LegalClock;
import id.kentongan.desk.deadline.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at the legal clocks of all open cases, which no pause stops, and reminds once at each level. */
@Component
class LegalReminders {
    private record Running(String caseId, LegalClock clock, Instant discovered) {}

    private final JdbcClient sql;
    private final Telling telling;
    private final WorkingCalendar calendar;

    LegalReminders(JdbcClient sql, Telling telling, WorkingCalendar calendar) {
        this.sql = sql;
        this.telling = telling;
        this.calendar = calendar;
    }

    void remind(Instant now) {
        for (Running running : running()) {
            for (Level level : Level.values()) {
                if (reached(running, level, now) && first(running, level, now)) {
                    telling.remindOfTheLaw(running.caseId(), level, what(running.clock()));
                }
            }
        }
    }

    /** What was reported, or found to be no incident, is not looked at. */
    private List<Running> running() {
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

    private boolean reached(Running running, Level level, Instant now) {
        Instant due = running.clock().limit().due(running.discovered(), calendar);
        Duration allowed = Duration.between(running.discovered(), due);
        return !now.isBefore(
                running.discovered().plus(allowed.multipliedBy(level.percent()).dividedBy(100)));
    }

    private boolean first(Running running, Level level, Instant now) {
        return sql.sql("""
                insert into legal_reminder (case_id, clock, level, made_at) values (:id, :clock, :level, :now)
                on conflict do nothing
                """)
                        .param("id", running.caseId())
                        .param("clock", running.clock().name())
                        .param("level", level.percent())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static String what(LegalClock clock) {
        return switch (clock) {
            case IIV_REPORT -> "batas lapor IIV 1x24 jam";
            case PERSONAL_DATA_NOTICE -> "batas pemberitahuan data pribadi 3x24 jam";
        };
    }
}
