/**
 * In: cases, findings, refusals. Out: the same as JSON on their Kafka topics. The only package that writes.
 * SOP step 3 hands over to people here. Does not belong here: changing what is handed over.
 */
@NullMarked
package id.kentongan.job.handover;

import org.jspecify.annotations.NullMarked;
