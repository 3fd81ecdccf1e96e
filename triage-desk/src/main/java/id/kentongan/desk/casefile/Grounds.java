package id.kentongan.desk.casefile;

import java.time.Duration;

/**
 * The facts that a move rests on, read in the same transaction that makes the move.
 *
 * @param reasoned the person wrote down why
 * @param proofs results of vulnerability assessment and proofs of concept on the case
 * @param letterSigned the signed letter lies with the case
 * @param sinceClosing how long the case has been closed; zero while it is open
 * @param smallTeam mode timKecil: one person may hold two offices on a case, which is then logged and printed
 */
public record Grounds(boolean reasoned, int proofs, boolean letterSigned, Duration sinceClosing, boolean smallTeam) {
    public static final Grounds NONE = new Grounds(false, 0, false, Duration.ZERO, false);

    public Grounds withReason(boolean given) {
        return new Grounds(given, proofs, letterSigned, sinceClosing, smallTeam);
    }

    public Grounds withProofs(int found) {
        return new Grounds(reasoned, found, letterSigned, sinceClosing, smallTeam);
    }

    public Grounds withSignedLetter(boolean there) {
        return new Grounds(reasoned, proofs, there, sinceClosing, smallTeam);
    }

    public Grounds closedFor(Duration span) {
        return new Grounds(reasoned, proofs, letterSigned, span, smallTeam);
    }

    public Grounds inSmallTeam(boolean small) {
        return new Grounds(reasoned, proofs, letterSigned, sinceClosing, small);
    }
}
