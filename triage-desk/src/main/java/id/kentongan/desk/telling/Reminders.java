package id.kentongan.desk.telling;

import id.kentongan.desk.deadline.StepClock;
import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.settings.DeskSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
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
class Reminders {
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class EveryFewSeconds {}

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private record Running(String caseId, Instant due, StepClock clock) {}

    private final JdbcClient sql;
    private final Telling telling;
    private final LegalReminders legal;
    private final WorkingCalendar calendar;
    private final boolean standby;
    private final Clock clock;
    private final TransactionTemplate wholeLook;

    Reminders(
            JdbcClient sql,
            Telling telling,
            LegalReminders legal,
            WorkingCalendar calendar,
            DeskSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.wholeLook = new TransactionTemplate(transactions);
        this.sql = sql;
        this.telling = telling;
        this.legal = legal;
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
        legal.remind(now);
        for (Running running : running()) {
            for (Level level : Level.reached(running.clock(), running.due(), now, calendar)) {
                if (first(running, level, now)) {
                    telling.remind(running.caseId(), level);
                }
            }
        }
    }

    /** A case that waits for others uses up nothing. */
    private List<Running> running() {
        return sql.sql("""
                select case_id, due_at, entered_at, :standby and severity = 'CRITICAL' as by_the_wall,
                    array(select from_at from case_waiting waited where waited.case_id = course.case_id
                        and from_at >= entered_at order by id) as stopped,
                    array(select until_at from case_waiting waited where waited.case_id = course.case_id
                        and from_at >= entered_at order by id) as went_on
                from case_course course join case_file using (case_id)
                where due_at is not null and closed_at is null
                    and not exists (select from case_waiting now where now.case_id = course.case_id and until_at is null)
                order by due_at
                """)
                .param("standby", standby)
                .query((row, index) -> running(row))
                .list();
    }

    private static Running running(ResultSet row) throws SQLException {
        Timestamp[] stopped = (Timestamp[]) row.getArray("stopped").getArray();
        Timestamp[] wentOn = (Timestamp[]) row.getArray("went_on").getArray();
        List<StepClock.Pause> pauses = IntStream.range(0, stopped.length)
                .mapToObj(i -> new StepClock.Pause(stopped[i].toInstant(), wentOn[i].toInstant()))
                .toList();
        return new Running(
                row.getString("case_id"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                new StepClock(
                        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                        pauses,
                        row.getBoolean("by_the_wall")));
    }

    private boolean first(Running running, Level level, Instant now) {
        return sql.sql("""
                insert into reminder (case_id, entered_at, level, made_at) values (:id, :entered, :level, :now)
                on conflict do nothing
                """)
                        .param("id", running.caseId())
                        .param("entered", running.clock().entered().atOffset(ZoneOffset.UTC))
                        .param("level", level.percent())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
