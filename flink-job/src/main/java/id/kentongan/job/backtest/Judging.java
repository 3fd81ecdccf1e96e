package id.kentongan.job.backtest;

import static java.util.Objects.requireNonNull;

import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.casework.Scopes;
import java.time.Duration;

/**
 * How recorded alerts are judged.
 *
 * @param bound how much later than others an alert may be read and still be judged in its place
 */
public record Judging(Scopes scopes, Watch watch, Duration bound) {
    public Judging {
        requireNonNull(scopes, "scopes");
        requireNonNull(watch, "watch");
        requireNonNull(bound, "bound");
    }

    public Judging within(Duration otherBound) {
        return new Judging(scopes, watch, otherBound);
    }

    public Judging apart(Scopes others) {
        return new Judging(others, watch, bound);
    }

    public Judging watching(Watch otherwise) {
        return new Judging(scopes, otherwise, bound);
    }
}
