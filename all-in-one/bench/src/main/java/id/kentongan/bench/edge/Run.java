package id.kentongan.bench.edge;

/**
 * One shipper's way through the whole file.
 *
 * @param seconds from the broker's first append of an alert to its last: starting is left out
 * @param secondHalfSeconds the same for the second half of the alerts: what it comes to on a longer way
 * @param fault what was wrong with what arrived; empty when nothing was
 * @param peakMb most memory resident, MB of 1,000,000 bytes; of a program that ends by itself as last seen
 */
record Run(
        String shipper,
        long alerts,
        double seconds,
        double secondHalfSeconds,
        double cpuSeconds,
        double brokerCpuSeconds,
        double peakMb,
        String fault) {
    double alertsPerSecond() {
        return alerts / seconds;
    }

    double secondHalfPerSecond() {
        return alerts / 2.0 / secondHalfSeconds;
    }

    boolean sound() {
        return fault.isEmpty();
    }
}
