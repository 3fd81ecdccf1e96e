package id.kentongan.desk.addendum;

import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Refusal;
import id.kentongan.desk.casefile.Request;
import id.kentongan.desk.casefile.Stage;
import id.kentongan.desk.report.DocumentKind;
import java.util.Set;

/**
 * The way of an addendum: that of the document which it corrects, by the same stages and so by the same rules, from being
 * written to being ratified. A Laporan Kerja is acknowledged, and its addenda are.
 */
final class Way {
    private static final Set<Move> MOVES = Set.of(Move.SEND, Move.VERIFY, Move.ACKNOWLEDGE, Move.RATIFY, Move.RETURN);

    private Way() {}

    static Stage beginning(DocumentKind corrected) {
        return corrected == DocumentKind.WORK_REPORT ? new Stage.WorkReport(null) : new Stage.IncidentReport();
    }

    /** What a case does after its report was ratified, an addendum does not; nor is it sent twice. */
    static Decision decide(Stage now, Request asked) {
        boolean known = MOVES.contains(asked.move()) && (asked.move() != Move.SEND || beingWritten(now));
        return known ? now.decide(asked) : new Decision.Refused(Refusal.NOT_FROM_HERE);
    }

    static boolean beingWritten(Stage now) {
        return now instanceof Stage.IncidentReport
                || (now instanceof Stage.WorkReport report && report.author() == null);
    }

    static boolean ended(Stage now) {
        return now instanceof Stage.Ratified || now instanceof Stage.ClosedFalsePositive;
    }
}
