package id.kentongan.job.anomaly;

import id.kentongan.job.intake.Action;
import id.kentongan.job.intake.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does in five minutes, as its {@link Forest} looks at it.
 *
 * @param window number of the five minutes since 1970
 * @param last event time of its newest alert, epoch milliseconds
 * @param signatures in it, at most {@value #MOST}
 * @param addresses source addresses in it, at most {@value #MOST}
 * @param judged windows that the forest has seen so far
 * @param record greatest score so far, fading by a tenth a week
 */
public record Mix(
        long window,
        long last,
        long alerts,
        long failures,
        List<String> signatures,
        List<String> addresses,
        long judged,
        double record) {
    static final int MOST = 64;
    static final long WINDOW = Duration.ofMinutes(5).toMillis();

    private static final double WINDOWS_OF_WEEK = 2016;

    public Mix {
        signatures = List.copyOf(signatures);
        addresses = List.copyOf(addresses);
    }

    static Mix startedAt(long time) {
        return new Mix(time / WINDOW, time, 0, 0, List.of(), List.of(), 0, 0);
    }

    boolean isOver(long time) {
        return time / WINDOW > window;
    }

    Mix plus(Alert alert) {
        return new Mix(
                window,
                alert.time().toEpochMilli(),
                alerts + 1,
                failures + (alert.action() == Action.AUTHENTICATION_FAILURE ? 1 : 0),
                with(signatures, Signature.of(alert)),
                with(addresses, alert.sourceIp()),
                judged,
                record);
    }

    /** The window after it that {@code time} falls into; five minutes without a word are none. */
    Mix next(double score, long time) {
        long passed = time / WINDOW - window;
        double faded = record * StrictMath.pow(0.9, passed / WINDOWS_OF_WEEK);
        return new Mix(time / WINDOW, time, 0, 0, List.of(), List.of(), judged + 1, Math.max(faded, score));
    }

    private static List<String> with(List<String> known, @Nullable String one) {
        if (one == null || known.size() >= MOST || known.contains(one)) {
            return known;
        }
        List<String> all = new ArrayList<>(known);
        all.add(one);
        return all;
    }
}
