package id.kentongan.desk.received;

import id.kentongan.desk.casefile.Tlp;

/**
 * What somebody told the team, as it was written down when a case was opened by hand.
 *
 * @param number of the case that it was written down in: the case itself, or one that was merged into it
 * @param source ADUAN or BSSN
 */
public record Received(String number, String source, Tlp tlp, String title, String summary) {
    /** Whether it may go to a PSE. */
    boolean mayGo(boolean client) {
        return !tlp.staysInside() && (tlp != Tlp.AMBER || client);
    }
}
