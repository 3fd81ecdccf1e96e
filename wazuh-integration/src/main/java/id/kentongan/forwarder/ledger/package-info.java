/**
 * In: checkpoints and what sources say of themselves. Out: entries for topics {@code ledger} and {@code sources}.
 * SOP step 1: whether what analysts see is complete.
 * Does not belong here: sending, deciding what a gap means for a case.
 */
@NullMarked
package id.kentongan.forwarder.ledger;

import org.jspecify.annotations.NullMarked;
