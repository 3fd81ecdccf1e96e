/**
 * In: the metrics that Flink's operators keep. Out: Prometheus text on loopback, from Micrometer's registry.
 * No SOP step of its own. Does not belong here: counting; the operators do that.
 * (Flink's stock Prometheus reporter listens on every interface.)
 */
@NullMarked
package id.kentongan.job.metrics;

import org.jspecify.annotations.NullMarked;
