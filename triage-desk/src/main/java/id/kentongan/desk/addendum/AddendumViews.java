package id.kentongan.desk.addendum;

import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Refusal;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.Stage;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.people.People;
import id.kentongan.desk.report.Documents.Kept;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Documents and their addenda as one person may see them. */
record AddendumViews(AddendumCourse course, People people, Clockface clockface, Actor actor, Language language) {
    /**
     * A document that is frozen.
     *
     * @param free no addendum of it is on its way
     */
    record Corrected(long id, String kind, int version, String at, String sha256, boolean free, List<Shown> addenda) {}

    /**
     * One addendum.
     *
     * @param state key of the message that says how far it came
     * @param open the person may write to it
     * @param moves the person may make now
     * @param held another person must decide
     * @param sha256 of its file, null until it was ratified
     */
    record Shown(
            long id,
            int number,
            String state,
            String documentNumber,
            String corrected,
            String reason,
            String note,
            List<Signed> signed,
            boolean open,
            List<String> moves,
            boolean held,
            @Nullable String sha256) {}

    /** Who did what, and when. */
    record Signed(String move, String who, String at) {}

    Corrected of(Kept document, List<Addendum> all) {
        List<Addendum> own =
                all.stream().filter(one -> one.document() == document.id()).toList();
        return new Corrected(
                document.id(),
                document.kind().name().toLowerCase(Locale.ROOT),
                document.version(),
                clockface.minuteOf(document.at(), language),
                document.sha256(),
                own.stream().allMatch(one -> Way.ended(one.stage())),
                own.stream().map(this::shown).toList());
    }

    private Shown shown(Addendum one) {
        List<String> moves = Arrays.stream(Move.values())
                .filter(move -> course.wouldBe(one, move, actor).allowed())
                .map(move -> move.name().toLowerCase(Locale.ROOT))
                .toList();
        return new Shown(
                one.id(),
                one.number(),
                state(one.stage()),
                Visible.text(one.documentNumber()),
                Visible.text(one.corrected()),
                Visible.text(one.reason()),
                Visible.text(one.note()),
                signed(one),
                Way.beingWritten(one.stage()) && actor.is(Role.ANALYST),
                moves,
                held(one),
                one.sha256());
    }

    private boolean held(Addendum one) {
        return Arrays.stream(Move.values())
                .anyMatch(move -> course.wouldBe(one, move, actor).equals(new Decision.Refused(Refusal.SAME_PERSON)));
    }

    private static String state(Stage stage) {
        if (Way.beingWritten(stage)) {
            return "addendum.written";
        }
        return switch (stage.name()) {
            case SENT -> "stage.sent";
            case VERIFIED -> "stage.verified";
            case RATIFIED -> "stage.ratified";
            case WORK_REPORT -> "addendum.sent";
            default -> "addendum.known";
        };
    }

    private List<Signed> signed(Addendum one) {
        return java.util.stream.Stream.of(
                        signed("send", one.author(), one.sentAt()),
                        signed(
                                one.stage() instanceof Stage.ClosedFalsePositive ? "acknowledge" : "verify",
                                one.verifier(),
                                one.verifiedAt()),
                        signed("ratify", one.ratifier(), one.ratifiedAt()))
                .filter(signed -> !signed.at().isEmpty())
                .toList();
    }

    private Signed signed(String move, @Nullable String who, @Nullable Instant at) {
        return new Signed(move, people.shown(who), at == null ? "" : clockface.minuteOf(at, language));
    }
}
