package id.kentongan.forwarder.forward;

import id.kentongan.forwarder.source.Line;
import org.jspecify.annotations.Nullable;

/** Why a line goes to topic alerts.rejected. A line that is no JSON is not refused here: the job does that. */
public enum Refusal {
    /** Longer than any alert: only its beginning and its hash are kept. */
    OVER_LONG("over-long"),
    EMPTY("empty"),
    /** The broker's own limit is smaller: kept whole, in pieces. */
    OVER_BROKERS_LIMIT("over-brokers-limit");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    /** As in the record's header, in the ledger and in the metrics. */
    public String code() {
        return code;
    }

    static @Nullable Refusal of(Line line, int longest) {
        if (line.overLong()) {
            return OVER_LONG;
        }
        if (line.length() == 0) {
            return EMPTY;
        }
        return line.length() > longest ? OVER_BROKERS_LIMIT : null;
    }
}
