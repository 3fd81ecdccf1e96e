package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.job.anomaly.Signal;

/**
 * What a signal adds to the risk of its agent.
 *
 * @param bits as counted: less for an agent that is not known well yet
 * @param knowing agents that knew the signature before
 * @param agents of the scope at that time
 * @param companion came with others of its kind that are known to come together, or from the same detector
 */
public record Term(Signal signal, double bits, long knowing, long agents, boolean companion) {
    public Term {
        requireNonNull(signal, "signal");
    }

    long time() {
        return signal.time();
    }

    String agent() {
        return signal.agent();
    }
}
