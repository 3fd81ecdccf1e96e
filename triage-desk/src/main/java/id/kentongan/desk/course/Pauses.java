package id.kentongan.desk.course;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Refusal;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.WaitingFor;
import id.kentongan.desk.deadline.Limit;
import id.kentongan.desk.deadline.StepClock;
import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops the clock of a step while the case waits for others, and lets it go on. Legal clocks never stop. */
@Service
public class Pauses {
    private final Standings standings;
    private final Waitings waitings;
    private final Journal journal;
    private final WorkingCalendar calendar;
    private final DeskSettings settings;
    private final Clock clock;

    Pauses(
            Standings standings,
            Waitings waitings,
            Journal journal,
            WorkingCalendar calendar,
            DeskSettings settings,
            Clock clock) {
        this.standings = standings;
        this.waitings = waitings;
        this.journal = journal;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stops the clock.
     *
     * @param asked what was asked of whom; nobody waits for something that nobody was asked for
     */
    @Transactional
    public Decision pause(CaseNumber number, WaitingFor reason, String asked, Actor actor) {
        Standing standing = standings.lock(number).orElse(null);
        if (standing == null || !standing.mayWait()) {
            return new Decision.Refused(Refusal.NOT_FROM_HERE);
        }
        if (!actor.is(Role.ANALYST)) {
            return new Decision.Refused(Refusal.NOT_YOUR_ROLE);
        }
        if (asked.isBlank()) {
            return new Decision.Refused(Refusal.REASON_MISSING);
        }
        if (!waitings.begin(standing, reason, asked.strip(), actor.name(), now())) {
            return new Decision.Refused(Refusal.WAITS_ALREADY);
        }
        write(actor.name(), "PAUSED", number, reason + ", asked: " + asked.strip());
        return new Decision.Allowed(standing.stage(), Role.ANALYST, false);
    }

    /** Lets the clock go on, with as much time left as when it stopped. */
    @Transactional
    public Decision resume(CaseNumber number, Waiting.End how, String answer, Actor actor) {
        Standing standing = standings.lock(number).orElse(null);
        if (standing == null || !standing.mayWait()) {
            return new Decision.Refused(Refusal.NOT_FROM_HERE);
        }
        if (!actor.is(Role.ANALYST)) {
            return new Decision.Refused(Refusal.NOT_YOUR_ROLE);
        }
        if (answer.isBlank()) {
            return new Decision.Refused(Refusal.REASON_MISSING);
        }
        return goOn(standing, how, answer.strip(), actor.name())
                ? new Decision.Allowed(standing.stage(), Role.ANALYST, false)
                : new Decision.Refused(Refusal.NOT_FROM_HERE);
    }

    /**
     * What a case may wait for has come into it: where it waits for just that, its clock goes on. To be asked before the
     * journal is written, since a case is locked before the journal is.
     *
     * @param what came, as the journal names it
     * @param by who brought it
     * @return whether the clock stood for it
     */
    @Transactional
    public boolean arrived(CaseNumber number, WaitingFor awaited, String what, String by) {
        Standing standing = standings.lock(number).orElse(null);
        return standing != null
                && waitings.waitsFor(standing.caseId(), awaited)
                && goOn(standing, Waiting.End.ARRIVED, what, by);
    }

    /** False where the clock did not stand. */
    private boolean goOn(Standing standing, Waiting.End how, String answer, String by) {
        Instant now = now();
        Instant paused = waitings.end(standing, how, by, answer, now).orElse(null);
        if (paused == null) {
            return false;
        }
        CaseNumber number = standing.number();
        Instant due = standing.dueAt();
        if (due != null) {
            Limit.of(standing.stageName(), standsBy(standing))
                    .ifPresent(limit -> standings.dueAt(number, limit.dueAfter(due, paused, now, calendar)));
        }
        write(by, "RESUMED", number, how + ": " + answer);
        return true;
    }

    /** The clock of the stage that the case is in. */
    StepClock clock(Standing standing) {
        return new StepClock(standing.enteredAt(), waitings.pauses(standing), standsBy(standing));
    }

    boolean standsBy(Standing standing) {
        return settings.calls().standby() && standing.severity() == Severity.CRITICAL;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void write(String by, String deed, CaseNumber number, String detail) {
        journal.write(by, Role.ANALYST.name(), deed, number.written(), detail);
    }
}
