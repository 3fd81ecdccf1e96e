package id.kentongan.desk.course;

import id.kentongan.contracts.CaseStanding;
import id.kentongan.contracts.Topic;
import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Decision.Allowed;
import id.kentongan.desk.casefile.Grounds;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Refusal;
import id.kentongan.desk.casefile.Request;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.Stage;
import id.kentongan.desk.deadline.Limit;
import id.kentongan.desk.deadline.StepClock;
import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.outbox.Outbox;
import id.kentongan.desk.people.People;
import id.kentongan.desk.people.Person;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.telling.Telling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves cases. A move, its clock, its place in the history and its journal entry stand or fall together. */
@Service
public class Course {
    /** By which a hand-over inside the desk goes. */
    public static final String DESK = "Kentongan";

    private final Standings standings;
    private final Waitings waitings;
    private final Pauses pauses;
    private final Journal journal;
    private final People people;
    private final Outbox outbox;
    private final Telling telling;
    private final WorkingCalendar calendar;
    private final DeskSettings settings;
    private final Clock clock;

    Course(
            Standings standings,
            Waitings waitings,
            Pauses pauses,
            Journal journal,
            People people,
            Outbox outbox,
            Telling telling,
            WorkingCalendar calendar,
            DeskSettings settings,
            Clock clock) {
        this.standings = standings;
        this.waitings = waitings;
        this.pauses = pauses;
        this.journal = journal;
        this.people = people;
        this.outbox = outbox;
        this.telling = telling;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes a move, or says why not. Two people who ask at once are answered one after the other.
     *
     * @param grounds as the caller found them in this transaction; reason, age and small team are added here
     * @param note the reason, where the move needs one
     */
    @Transactional
    public Decision move(CaseNumber number, Move move, Actor actor, Grounds grounds, String note) {
        return move(number, move, actor, grounds, note, null);
    }

    private Decision move(
            CaseNumber number, Move move, Actor actor, Grounds grounds, String note, @Nullable String mergedInto) {
        Optional<Standing> found = standings.lock(number);
        if (found.isEmpty()) {
            return new Decision.Refused(Refusal.NOT_FROM_HERE);
        }
        Standing standing = found.get();
        Decision decision = standing.stage().decide(new Request(move, actor, whole(grounds, standing, note)));
        if (decision instanceof Allowed allowed) {
            go(standing, move, actor, allowed, note.strip(), mergedInto);
        }
        return decision;
    }

    /** Merges a candidate into another case that is still open. */
    @Transactional
    public Decision merge(CaseNumber number, CaseNumber into, Actor actor, String note) {
        Optional<Standing> target = standings.find(into);
        if (target.isEmpty() || number.equals(into) || target.get().stageName().closed()) {
            return new Decision.Refused(Refusal.NOT_FROM_HERE);
        }
        Decision decision =
                move(number, Move.MERGE, actor, Grounds.NONE, note, target.get().caseId());
        if (decision.allowed()) {
            standings.mergedInto(number, target.get().caseId());
        }
        return decision;
    }

    /** Any analyst may take over a case that is not closed. */
    @Transactional
    public boolean takeOver(CaseNumber number, Actor actor) {
        Optional<Standing> found = standings.lock(number);
        if (found.isEmpty() || found.get().stageName().closed() || !actor.is(Role.ANALYST)) {
            return false;
        }
        standings.ownedBy(number, actor.name());
        journal.write(
                actor.name(),
                Role.ANALYST.name(),
                "TAKEN_OVER",
                number.written(),
                "from " + found.get().owner());
        return true;
    }

    /** What the person would be answered, for the screens; nothing is moved. */
    public Decision wouldBe(Standing standing, Move move, Actor actor) {
        Grounds best = new Grounds(true, 1, true, sinceClosing(standing), settings.smallTeam());
        return standing.stage().decide(new Request(move, actor, best));
    }

    private Grounds whole(Grounds grounds, Standing standing, String note) {
        return grounds.withReason(!note.isBlank())
                .closedFor(sinceClosing(standing))
                .inSmallTeam(settings.smallTeam());
    }

    private Duration sinceClosing(Standing standing) {
        Instant closed = standing.closedAt();
        return closed == null ? Duration.ZERO : Duration.between(closed, clock.instant());
    }

    private void go(
            Standing standing, Move move, Actor actor, Allowed allowed, String note, @Nullable String mergedInto) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Stage next = allowed.next();
        waitings.end(standing, Waiting.End.MOVED, actor.name(), "", now);
        StepClock stepClock = pauses.clock(standing);
        Instant due = Limit.of(next.name(), pauses.standsBy(standing))
                .map(limit -> limit.due(now, calendar))
                .orElse(null);
        Step step = new Step(
                move,
                standing.stageName(),
                next.name(),
                actor.name(),
                allowed.as(),
                people.find(actor.name()).map(Person::acting).orElse(""),
                now,
                note,
                DESK,
                standing.dueAt(),
                stepClock.processed(now, calendar),
                stepClock.waited(now, calendar),
                allowed.waived());
        standings.save(after(standing, move, actor, allowed, now, due));
        standings.add(standing.caseId(), step);
        tellTheJob(standing, step, mergedInto);
        if (move == Move.SEND || move == Move.VERIFY || move == Move.RATIFY || move == Move.RETURN) {
            telling.handedOver(standing.caseId(), next.name(), move == Move.RETURN);
        }
        journal.write(
                actor.name(),
                allowed.as().name(),
                move.name(),
                standing.number().written(),
                detail(standing, next, step, note));
    }

    /** The job must know when a case takes no more findings, and when it does again. */
    private void tellTheJob(Standing before, Step step, @Nullable String mergedInto) {
        CaseStanding now = step.to().standing();
        if (now != before.stageName().standing()) {
            outbox.record(
                    Topic.DECISIONS,
                    before.caseId(),
                    new id.kentongan.contracts.Decision(
                            before.caseId(), now, mergedInto, before.splitFrom(), step.at(), step.actor(), null));
        }
    }

    private static String detail(Standing standing, Stage next, Step step, String note) {
        return standing.stageName().sop() + " -> " + next.name().sop()
                + (step.acting().isEmpty() ? "" : ", " + step.acting())
                + (step.waived() ? ", timKecil: one person holds two offices" : "")
                + (note.isEmpty() ? "" : ", note: " + note);
    }

    private static Standing after(
            Standing before, Move move, Actor actor, Allowed allowed, Instant now, @Nullable Instant due) {
        Stage next = allowed.next();
        return new Standing(
                before.caseId(),
                before.number(),
                next.name(),
                move == Move.TAKE ? actor.name() : before.owner(),
                author(before, next),
                move == Move.VERIFY || move == Move.ACKNOWLEDGE ? actor.name() : kept(before.verifier(), next),
                move == Move.RATIFY ? actor.name() : kept(before.ratifier(), next),
                before.waived() || allowed.waived(),
                before.reanalyses() + (move == Move.REANALYSE ? 1 : 0),
                move == Move.REOPEN ? null : before.mergedInto(),
                before.splitFrom(),
                now,
                due,
                before.discoveredAt() == null && move == Move.TAKE ? now : before.discoveredAt(),
                next.name().closed() ? now : null,
                before.source(),
                before.sourceTlp(),
                before.severity(),
                null);
    }

    private static @Nullable String author(Standing before, Stage next) {
        if (next instanceof Stage.Sent sent) {
            return sent.author();
        }
        return next instanceof Stage.WorkReport report ? report.author() : kept(before.author(), next);
    }

    /** Who signed stays known until the report goes back or the case is opened again. */
    private static @Nullable String kept(@Nullable String person, Stage next) {
        return next instanceof Stage.IncidentReport || next instanceof Stage.Analysis ? null : person;
    }
}
