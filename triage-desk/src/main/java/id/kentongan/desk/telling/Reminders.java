package id.kentongan.desk.telling;

import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the clocks of all open cases every few seconds, and reminds whoever a level concerns, once. */
@Component
@Lazy(false)
class Reminders {
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class EveryFewSeconds {}

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private record Running(String caseId, Instant entered, Instant due, boolean byTheWall) {}

    private final JdbcClient sql;
    private final Telling telling;
    private final WorkingCalendar calendar;
    private final boolean standby;
    private final Clock clock;
    private final TransactionTemplate wholeLook;

    Reminders(
            JdbcClient sql,
            Telling telling,
            WorkingCalendar calendar,
            DeskSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.wholeLook = new TransactionTemplate(transactions);
        this.sql = sql;
        this.telling = telling;
        this.calendar = calendar;
        this.standby = settings.calls().standby();
        this.clock = clock;
    }

    /** While the database is away nobody is reminded; the inbox tells of that, and the next look makes up for it. */
    @Scheduled(initialDelay = 3_000, fixedDelay = 5_000)
    void look() {
        if (telling.silent()) {
            return;
        }
        try {
            wholeLook.executeWithoutResult(status -> remind());
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("no look at the clocks: {}", away.getMessage());
        }
    }

    private void remind() {
        Instant now = clock.instant();
        for (Running running : running()) {
            for (Level level : Level.reached(running.entered(), running.due(), now, calendar, running.byTheWall())) {
                if (first(running, level, now)) {
                    telling.remind(running.caseId(), level);
                }
            }
        }
    }

    private List<Running> running() {
        return sql.sql("""
                select case_id, entered_at, due_at, :standby and severity = 'CRITICAL'
                from case_course join case_file using (case_id)
                where due_at is not null and closed_at is null order by due_at
                """)
                .param("standby", standby)
                .query((row, index) -> new Running(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getBoolean(4)))
                .list();
    }

    private boolean first(Running running, Level level, Instant now) {
        return sql.sql("""
                insert into reminder (case_id, entered_at, level, made_at) values (:id, :entered, :level, :now)
                on conflict do nothing
                """)
                        .param("id", running.caseId())
                        .param("entered", running.entered().atOffset(ZoneOffset.UTC))
                        .param("level", level.percent())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
