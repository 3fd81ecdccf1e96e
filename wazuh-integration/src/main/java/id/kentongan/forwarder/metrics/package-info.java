/**
 * In: how far each source has come. Out: a page for Prometheus on loopback, and progress.json.
 * For those who run the way, not a SOP step.
 * Does not belong here: decisions.
 */
@NullMarked
package id.kentongan.forwarder.metrics;

import org.jspecify.annotations.NullMarked;
