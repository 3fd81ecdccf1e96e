package id.kentongan.job.anomaly;

/** Probabilities as bits, and forgetting by half-life. */
public final class Bits {
    private static final double LN2 = StrictMath.log(2);

    private Bits() {}

    public static double log2(double value) {
        return StrictMath.log(value) / LN2;
    }

    /** What is left of one after {@code passed}. */
    public static double half(long passed, long halfLife) {
        return StrictMath.pow(2, -(double) passed / halfLife);
    }

    /** How much of a time of {@code passed} is remembered now; nearly all at first, never more than 1.44 half-lives. */
    public static double remembered(long passed, long halfLife) {
        double most = halfLife / LN2;
        return most * (1 - StrictMath.exp(-passed / most));
    }
}
