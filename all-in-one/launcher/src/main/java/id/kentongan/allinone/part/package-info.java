/**
 * In: a command, a ready check and a log file. Out: a process that is kept running until it is stopped.
 * Before SOP step 1. The life of one part is drawn in SupervisedPart.
 * Tells what happened through Told.
 * Does not belong here: which parts there are, Kafka, SQL, HTTP.
 */
@NullMarked
package id.kentongan.allinone.part;

import org.jspecify.annotations.NullMarked;
