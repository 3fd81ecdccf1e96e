package id.kentongan.forwarder.forward;

import id.kentongan.forwarder.source.Line;
import org.jspecify.annotations.Nullable;

/** Why a line goes to topic alerts.rejected. A line that is no JSON is not refused here: the job does that. */
public enum Refusal {
    OVER_LONG("over-long"),
    EMPTY("empty");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    /** As in the record's header and in the metrics. */
    public String code() {
        return code;
    }

    static @Nullable Refusal of(Line line) {
        if (line.overLong()) {
            return OVER_LONG;
        }
        return line.length() == 0 ? EMPTY : null;
    }
}
