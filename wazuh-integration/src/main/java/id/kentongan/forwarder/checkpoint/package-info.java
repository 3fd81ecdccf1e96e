/**
 * In: the position that Kafka has acknowledged. Out: the same after a restart or a power cut.
 * SOP step 1. A checkpoint never stands before an unacknowledged record.
 * Does not belong here: reading, sending.
 */
@NullMarked
package id.kentongan.forwarder.checkpoint;

import org.jspecify.annotations.NullMarked;
