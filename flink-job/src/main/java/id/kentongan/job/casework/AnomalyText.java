package id.kentongan.job.casework;

import id.kentongan.contracts.Text;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.SignalKind;
import java.util.Locale;
import java.util.Map;

/** Why something is unusual, in words and numbers. */
final class AnomalyText {
    private static final Text FIRST = new Text("pertama kali di agen ini", "first time on this agent");
    private static final Text RARE = new Text("jarang di agen ini", "rare on this agent");
    private static final Text BURST = new Text("jauh lebih banyak dari biasanya", "far more than usual");
    private static final Text MORE = new Text("berulang", "repeated");

    private AnomalyText() {}

    static String step(SignalKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, Text> steps() {
        return Map.of(
                step(SignalKind.FIRST), FIRST,
                step(SignalKind.RARE), RARE,
                step(SignalKind.BURST), BURST,
                step(SignalKind.MORE), MORE);
    }

    static Text title() {
        return new Text("Perilaku tidak biasa", "Unusual behaviour");
    }

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
