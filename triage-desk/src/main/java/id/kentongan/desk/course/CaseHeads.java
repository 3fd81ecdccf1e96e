package id.kentongan.desk.course;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Refusal;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.deadline.StepClock;
import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.people.People;
import id.kentongan.desk.people.Person;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.shelf.CaseShelf;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Finds a case and puts together the head of its page, as one person may see it. */
@Component
public class CaseHeads {
    private final CaseShelf shelf;
    private final Standings standings;
    private final Course course;
    private final Pauses pauses;
    private final LegalClocks legal;
    private final People people;
    private final WorkingCalendar calendar;
    private final DeskSettings settings;
    private final Clockface clockface;
    private final Clock clock;

    CaseHeads(
            CaseShelf shelf,
            Standings standings,
            Course course,
            Pauses pauses,
            LegalClocks legal,
            People people,
            WorkingCalendar calendar,
            DeskSettings settings,
            Clockface clockface,
            Clock clock) {
        this.shelf = shelf;
        this.standings = standings;
        this.course = course;
        this.pauses = pauses;
        this.legal = legal;
        this.people = people;
        this.calendar = calendar;
        this.settings = settings;
        this.clockface = clockface;
        this.clock = clock;
    }

    /** The case of that number, or 404. */
    public CaseFile file(String number) {
        return CaseNumber.parse(number)
                .flatMap(shelf::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Where the case stands, or 404. */
    public Standing standing(String number) {
        return CaseNumber.parse(number)
                .flatMap(standings::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * Likewise, and nobody moves the case before the caller's transaction has ended. For whoever writes to a case: its
     * stage stays what it was found to be, and the case is locked before the journal, as it is everywhere.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Standing locked(String number) {
        return CaseNumber.parse(number)
                .flatMap(standings::lock)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Number of the earlier case that this one goes on from; null where there is none on the shelf. */
    public @Nullable String followed(CaseFile file) {
        return numberOf(file.content().follows());
    }

    /** Number of the case that the job found this one to be part of; people decide whether it is merged. */
    public @Nullable String partOf(CaseFile file) {
        return numberOf(file.content().mergedInto());
    }

    private @Nullable String numberOf(@Nullable String caseId) {
        return caseId == null ? null : shelf.numberOf(caseId).orElse(null);
    }

    public CaseHead of(CaseFile file, Principal principal, Locale locale) {
        Standing standing = standing(file.number().written());
        Language language = Language.of(locale);
        Actor actor = people.actor(principal);
        Instant due = standing.dueAt();
        StageName stage = standing.stageName();
        StepClock stepClock = pauses.clock(standing);
        return new CaseHead(
                file.number().written(),
                language.of(file.content().title()),
                file.content().severity(),
                stage.name().toLowerCase(Locale.ROOT),
                stage.sop(),
                stage.step(),
                stage.closed(),
                people.find(standing.owner()).map(Person::shownName).orElse(""),
                actor.name().equals(standing.owner()),
                due == null ? "" : clockface.minuteOf(due, language),
                due == null ? "" : left(due, stoppedAt(standing), file.content().severity(), language),
                standing.overdue(clock.instant()),
                page(stage),
                moves(standing, actor),
                held(standing, actor),
                legal.shown(standing, file.content().asset(), language),
                standing.mergedInto(),
                standing.waived(),
                due == null ? "" : clockface.worked(stepClock.processed(clock.instant(), calendar), language),
                waited(stepClock, language),
                standing.mayWait() && actor.is(Role.ANALYST),
                stopped(standing.waiting(), language),
                told(standing));
    }

    private static CaseHead.@Nullable Told told(Standing standing) {
        Tlp tlp = standing.sourceTlp();
        return tlp == null ? null : new CaseHead.Told(standing.source().toLowerCase(Locale.ROOT), tlp.label());
    }

    private static @Nullable Instant stoppedAt(Standing standing) {
        Waiting waiting = standing.waiting();
        return waiting == null ? null : waiting.from();
    }

    private String waited(StepClock stepClock, Language language) {
        return stepClock.pauses().isEmpty()
                ? ""
                : clockface.worked(stepClock.waited(clock.instant(), calendar), language);
    }

    private CaseHead.@Nullable Stopped stopped(@Nullable Waiting waiting, Language language) {
        return waiting == null
                ? null
                : new CaseHead.Stopped(
                        waiting.reason().name().toLowerCase(Locale.ROOT),
                        Visible.text(waiting.asked()),
                        people.shown(waiting.by()),
                        clockface.minuteOf(waiting.from(), language));
    }

    /**
     * Working time while it is not yet due, in hours and minutes; wall time since, and with siaga 24x7.
     *
     * @param stopped when the clock stopped; null while it runs
     */
    public String left(Instant due, @Nullable Instant stopped, Severity severity, Language language) {
        Instant now = stopped == null ? clock.instant() : stopped;
        if (!now.isBefore(due)) {
            return clockface.ago(due, language);
        }
        boolean byTheWall = settings.calls().standby() && severity == Severity.CRITICAL;
        return byTheWall
                ? clockface.span(Duration.between(now, due), language)
                : clockface.worked(calendar.workBetween(now, due), language);
    }

    private List<String> moves(Standing standing, Actor actor) {
        List<String> moves = new ArrayList<>();
        for (Move move : Move.values()) {
            if (course.wouldBe(standing, move, actor).allowed()) {
                moves.add(move.name().toLowerCase(Locale.ROOT));
            }
        }
        return moves;
    }

    private List<String> held(Standing standing, Actor actor) {
        List<String> held = new ArrayList<>();
        for (Move move : Move.values()) {
            if (course.wouldBe(standing, move, actor) instanceof Decision.Refused refused
                    && refused.why() != Refusal.NOT_FROM_HERE
                    && refused.why() != Refusal.NOT_YOUR_ROLE) {
                held.add(refused.why().name().toLowerCase(Locale.ROOT));
            }
        }
        return held.stream().distinct().toList();
    }

    /** The page on which the next decision is taken. */
    static @Nullable String page(StageName stage) {
        return switch (stage) {
            case ANALYSIS -> "analysis";
            case PROVING -> "assessment";
            case WORK_REPORT, INCIDENT_REPORT -> "report";
            case SENT -> "verification";
            case VERIFIED -> "ratification";
            case RATIFIED, LETTER_OUT, FOLLOW_UP -> "letter";
            default -> null;
        };
    }
}
