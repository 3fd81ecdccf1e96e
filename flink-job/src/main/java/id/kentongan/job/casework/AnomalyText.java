package id.kentongan.job.casework;

import id.kentongan.contracts.Text;
import id.kentongan.job.anomaly.Signal;
import java.util.Locale;

/** Why something is unusual, in words and numbers. */
final class AnomalyText {
    private AnomalyText() {}

    /** One term of the sum: what, why it is unusual, and what it adds. */
    static Text reason(Term term) {
        Signal signal = term.signal();
        String what =
                "\"" + signal.alert().description() + "\" (" + signal.alert().ruleId() + ")";
        String bits = String.format(Locale.ROOT, "+%.1f", term.bits());
        return switch (signal.kind()) {
            case FIRST ->
                new Text(
                        what + " pertama kali di agen ini; dikenal di " + term.knowing() + " dari " + term.agents()
                                + " agen" + together(term, ", muncul bersama temannya") + ": " + bits,
                        what + " for the first time on this agent; known on " + term.knowing() + " of " + term.agents()
                                + " agents" + together(term, ", came with its companion") + ": " + bits);
            case RARE ->
                new Text(
                        what + " jarang di agen ini, sebelumnya dalam " + rounded(signal.windows())
                                + " rentang 15 menit" + together(term, ", muncul bersama temannya") + ": " + bits,
                        what + " is rare on this agent, in " + rounded(signal.windows()) + " spans of 15 minutes so far"
                                + together(term, ", came with its companion") + ": " + bits);
            case BURST, MORE ->
                new Text(
                        what + " " + signal.count() + " kali dalam 15 menit, terbanyak sebelumnya "
                                + rounded(signal.before()) + ": " + bits,
                        what + " " + signal.count() + " times within 15 minutes, at most " + rounded(signal.before())
                                + " before: " + bits);
        };
    }

    private static String together(Term term, String words) {
        return term.companion() ? words : "";
    }

    private static long rounded(double count) {
        return Math.round(count);
    }
}
