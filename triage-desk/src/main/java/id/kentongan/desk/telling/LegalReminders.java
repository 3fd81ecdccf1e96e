package id.kentongan.desk.telling;

import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.telling.RunningClocks.Running;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at the legal clocks of all open cases, which no pause stops, and reminds once at each level. */
@Component
class LegalReminders {
    private final JdbcClient sql;
    private final RunningClocks clocks;
    private final Telling telling;
    private final WorkingCalendar calendar;

    LegalReminders(JdbcClient sql, RunningClocks clocks, Telling telling, WorkingCalendar calendar) {
        this.sql = sql;
        this.clocks = clocks;
        this.telling = telling;
        this.calendar = calendar;
    }

    void remind(Instant now) {
        for (Running running : clocks.all()) {
            for (Level level : Level.values()) {
                if (reached(running, level, now) && first(running, level, now)) {
                    telling.remindOfTheLaw(running.caseId(), level, running.clock());
                }
            }
        }
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
}
