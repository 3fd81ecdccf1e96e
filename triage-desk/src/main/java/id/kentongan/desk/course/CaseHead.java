package id.kentongan.desk.course;

import id.kentongan.contracts.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the top of every page of one case. Every text is safe to look at and still to be escaped.
 *
 * @param step of the SOP, 3 to 11
 * @param told where others told of the case: who, and under which label; else null
 * @param owner empty while nobody took it
 * @param due empty when nothing is waited for
 * @param left time until it is due, or since
 * @param processed time spent on the step, without what it waited for others; empty when nothing is waited for
 * @param waited empty when the clock of the step never stood
 * @param stopped null while the clock of the step runs
 * @param next page on which the case goes on, for whoever may make it go on
 * @param moves names of the moves that the person may make now
 * @param held reasons why a move that the person's role has is held back, such as same_person
 */
public record CaseHead(
        String number,
        String title,
        Severity severity,
        String stage,
        String sop,
        int step,
        boolean closed,
        String owner,
        boolean mine,
        String due,
        String left,
        boolean overdue,
        @Nullable String next,
        List<String> moves,
        List<String> held,
        List<Legal> legal,
        @Nullable String mergedInto,
        boolean waived,
        String processed,
        String waited,
        boolean mayWait,
        @Nullable Stopped stopped,
        @Nullable Told told) {
    /** Who told of the case, such as {@code bssn}, and the label under which it was told. */
    public record Told(String source, String tlp) {}

    /** What the case waits for, since when, and who stopped its clock. */
    public record Stopped(String reason, String asked, String by, String since) {}

    /**
     * A legal clock, with its time as people read it.
     *
     * @param overdue now, or when it was reported
     * @param reported null while it runs
     */
    public record Legal(
            String clock,
            String due,
            String left,
            boolean overdue,
            @Nullable Reported reported) {}

    /** When and to whom it was told; {@code ticket} may be empty. */
    public record Reported(String at, String to, String ticket) {}

    /** Legal clocks that still run. */
    public List<Legal> unreported() {
        return legal.stream().filter(one -> one.reported() == null).toList();
    }

    public String severityName() {
        return severity.name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean may(String move) {
        return moves.contains(move);
    }
}
