package id.kentongan.job.anomaly;

import id.kentongan.contracts.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What each kind of signal is called. */
public final class SignalText {
    private SignalText() {}

    public static Text title() {
        return new Text("Perilaku tidak biasa", "Unusual behaviour");
    }

    public static String step(SignalKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public static Map<String, Text> steps() {
        return Arrays.stream(SignalKind.values()).collect(Collectors.toMap(SignalText::step, SignalText::of));
    }

    static Text of(SignalKind kind) {
        return switch (kind) {
            case FIRST -> new Text("pertama kali di agen ini", "first time on this agent");
            case RARE -> new Text("jarang di agen ini", "rare on this agent");
            case BURST -> new Text("jauh lebih banyak dari biasanya", "far more than usual");
            case MORE -> new Text("berulang", "repeated");
        };
    }
}
