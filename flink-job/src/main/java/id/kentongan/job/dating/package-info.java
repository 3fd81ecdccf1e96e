/**
 * In: the alerts' time, and moments from which something shall hold. Out: the moment from which it does hold, the same
 * after every restart, and time, which waits until a checkpoint has that moment. SOP step 3.
 * Does not belong here: what holds. No Flink.
 */
@NullMarked
package id.kentongan.job.dating;

import org.jspecify.annotations.NullMarked;
