package id.kentongan.desk.addendum;

import id.kentongan.desk.assessment.Assessments;
import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Grounds;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Refusal;
import id.kentongan.desk.casefile.Request;
import id.kentongan.desk.casefile.Stage;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.notice.Sieves;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Press;
import id.kentongan.desk.people.People;
import id.kentongan.desk.people.Person;
import id.kentongan.desk.report.DocumentKind;
import id.kentongan.desk.report.Documents;
import id.kentongan.desk.report.Documents.Kept;
import id.kentongan.desk.report.Dossier;
import id.kentongan.desk.report.Dossiers;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.telling.Telling;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves addenda on, and freezes the one that was ratified. */
@Service
class AddendumCourse {
    private final Addenda addenda;
    private final Documents documents;
    private final Dossiers dossiers;
    private final Sieves sieves;
    private final Press press;
    private final People people;
    private final Journal journal;
    private final Telling telling;
    private final DeskSettings settings;
    private final Clock clock;

    AddendumCourse(
            Addenda addenda,
            Documents documents,
            Dossiers dossiers,
            Sieves sieves,
            Press press,
            People people,
            Journal journal,
            Telling telling,
            DeskSettings settings,
            Clock clock) {
        this.addenda = addenda;
        this.documents = documents;
        this.dossiers = dossiers;
        this.sieves = sieves;
        this.press = press;
        this.people = people;
        this.journal = journal;
        this.telling = telling;
        this.settings = settings;
        this.clock = clock;
    }

    /** In the transaction of a caller that has locked the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision move(String number, String caseId, long id, Move move, Actor actor, String note) {
        Optional<Addendum> found = addenda.find(caseId, id);
        if (found.isEmpty()) {
            return new Decision.Refused(Refusal.NOT_FROM_HERE);
        }
        Addendum before = found.get();
        Decision decision = Way.decide(before.stage(), new Request(move, actor, grounds(!note.isBlank())));
        if (decision instanceof Decision.Allowed allowed) {
            go(number, caseId, before, move, actor, allowed, note.strip());
        }
        return decision;
    }

    /** What the person would be answered, for the screens. */
    Decision wouldBe(Addendum addendum, Move move, Actor actor) {
        return Way.decide(addendum.stage(), new Request(move, actor, grounds(true)));
    }

    private Grounds grounds(boolean reasoned) {
        return Grounds.NONE.withReason(reasoned).inSmallTeam(settings.smallTeam());
    }

    private void go(
            String number,
            String caseId,
            Addendum before,
            Move move,
            Actor actor,
            Decision.Allowed allowed,
            String note) {
        Addendum after =
                after(before, move, actor.name(), allowed, note, clock.instant().truncatedTo(ChronoUnit.MICROS));
        addenda.save(after);
        Kept document = document(caseId, after);
        String what = "addendum " + after.number() + " to " + document.kind() + " v" + document.version() + " sha256 "
                + document.sha256();
        String frozen = "";
        if (Way.ended(after.stage())) {
            byte[] pdf = press.pdf(paper(number, after));
            String sha256 = Assessments.sha256(pdf);
            addenda.freeze(after.id(), sha256, pdf);
            frozen = ", addendum sha256 " + sha256;
        }
        String acting = people.find(actor.name()).map(Person::acting).orElse("");
        journal.write(
                actor.name(),
                allowed.as().name(),
                "ADDENDUM_" + move.name(),
                number,
                what
                        + frozen
                        + (acting.isEmpty() ? "" : ", " + acting)
                        + (allowed.waived() ? ", timKecil: one person holds two offices" : "")
                        + (note.isEmpty() ? "" : ", note: " + note));
        telling.addendum(caseId, after.number(), after.stage().name(), move == Move.RETURN);
    }

    private static Addendum after(
            Addendum before, Move move, String actor, Decision.Allowed allowed, String note, Instant now) {
        Stage next = allowed.next();
        boolean verified = move == Move.VERIFY || move == Move.ACKNOWLEDGE;
        boolean back = move == Move.RETURN;
        return new Addendum(
                before.id(),
                before.document(),
                before.number(),
                before.documentNumber(),
                before.corrected(),
                before.reason(),
                next,
                move == Move.SEND ? actor : back ? null : before.author(),
                verified ? actor : back ? null : before.verifier(),
                move == Move.RATIFY ? actor : null,
                before.waived() || allowed.waived(),
                move == Move.SEND ? now : back ? null : before.sentAt(),
                verified ? now : back ? null : before.verifiedAt(),
                move == Move.RATIFY ? now : null,
                note,
                null);
    }

    /** Whether a correction would tell the PSE what its letter may not. */
    boolean tellsTooMuch(String number, long documentId, String text) {
        Dossier dossier = dossiers.of(number);
        boolean letter = documents.all(dossier.file().content().id()).stream()
                .anyMatch(kept -> kept.id() == documentId && kept.kind() == DocumentKind.NOTICE_LETTER);
        return letter && sieves.of(dossier).let("addendum.corrected", text).isEmpty();
    }

    Paper paper(String number, Addendum addendum) {
        Dossier dossier = dossiers.of(number);
        return AddendumPaper.of(
                dossier,
                document(dossier.file().content().id(), addendum),
                addendum,
                new AddendumPaper.Signers(
                        person(addendum.author()), person(addendum.verifier()), person(addendum.ratifier())));
    }

    private @Nullable Person person(@Nullable String name) {
        return people.find(name).orElse(null);
    }

    private Kept document(String caseId, Addendum addendum) {
        return documents.all(caseId).stream()
                .filter(kept -> kept.id() == addendum.document())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "expected the document that addendum " + addendum.id() + " corrects, found none"));
    }
}
