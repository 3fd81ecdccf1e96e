package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.job.anomaly.Signal;

/**
 * What a signal adds to the risk of its agent.
 *
 * @param time when it was taken, event time in epoch milliseconds
 * @param bits as counted: less for an agent that is not known well yet
 * @param knowing agents that knew the signature before
 * @param agents of the scope at that time
 * @param companion came with others of its kind that are known to come together, or from the same detector
 */
public record Term(Signal signal, long time, double bits, long knowing, long agents, boolean companion) {
    public Term {
        requireNonNull(signal, "signal");
    }

    String agent() {
        return signal.agent();
    }
}
