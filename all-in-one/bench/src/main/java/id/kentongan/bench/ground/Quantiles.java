package id.kentongan.bench.ground;

import java.util.Arrays;
import java.util.Collection;

/** Of a sample, by nearest rank: each is a value that was measured. */
public final class Quantiles {
    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /** At least one value. */
    public static Quantiles of(Collection<? extends Number> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("expected at least one value, got none");
        }
        double[] sorted = values.stream().mapToDouble(Number::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /** The least value that is not below {@code share} of the sample; share above 0, up to 1. */
    public double at(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("expected a share above 0, up to 1, got " + share);
        }
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** The middle value; of an even number, the mean of the two in the middle. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double greatest() {
        return sorted[sorted.length - 1];
    }
}
