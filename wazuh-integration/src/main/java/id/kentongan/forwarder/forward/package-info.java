/**
 * In: lines and gaps. Out: numbered records on topics alerts and alerts.rejected, markers, heartbeats, entries of the
 * ledger, and what has been acknowledged so far. SOP step 1. The only package that writes to Kafka.
 * Does not belong here: files.
 */
@NullMarked
package id.kentongan.forwarder.forward;

import org.jspecify.annotations.NullMarked;
