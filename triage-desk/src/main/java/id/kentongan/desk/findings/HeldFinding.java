package id.kentongan.desk.findings;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import java.util.List;

/**
 * A version of a finding.
 *
 * @param exceptions ids of those that cover it; empty where the job did not say that something does
 */
public record HeldFinding(Finding content, List<String> exceptions) {
    public HeldFinding {
        exceptions = List.copyOf(exceptions);
    }

    boolean is(FindingMark mark) {
        return content.marks().contains(mark);
    }

    /** Of two versions the one that holds: versions grow by matches, and nothing comes after a withdrawal. */
    static HeldFinding newer(HeldFinding held, HeldFinding came) {
        boolean grown = came.content.matches() >= held.content.matches();
        return !held.is(FindingMark.WITHDRAWN) && (came.is(FindingMark.WITHDRAWN) || grown) ? came : held;
    }
}
