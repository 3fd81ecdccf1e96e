package id.kentongan.job.backtest;

import static java.util.Objects.requireNonNull;

import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.casework.Casework;
import id.kentongan.job.casework.Scopes;
import java.time.Duration;

/**
 * How recorded alerts are judged.
 *
 * @param casesADay that anomalies may open in a scope, on the average of two weeks
 * @param bound how much later than others an alert may be read and still be judged in its place
 */
public record Judging(Scopes scopes, Watch watch, int casesADay, Duration bound) {
    public static final Judging USUAL = new Judging(Scopes.ONE, Watch.IN_SHADOW, Casework.CASES_A_DAY, Duration.ZERO);

    public Judging {
        requireNonNull(scopes, "scopes");
        requireNonNull(watch, "watch");
        requireNonNull(bound, "bound");
    }

    public Judging within(Duration otherBound) {
        return new Judging(scopes, watch, casesADay, otherBound);
    }

    public Judging apart(Scopes others) {
        return new Judging(others, watch, casesADay, bound);
    }

    public Judging opening(int otherCasesADay) {
        return new Judging(scopes, watch, otherCasesADay, bound);
    }

    public Judging watching(Watch otherwise) {
        return new Judging(scopes, otherwise, casesADay, bound);
    }
}
