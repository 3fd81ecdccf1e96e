/**
 * In: where cases stand, the moves that were made, verdicts and letters. Out: who has how much to do, and what a month
 * brought; for the coordinator and the head, and for Prometheus. Beside SOP steps 8 and 9.
 * Does not belong here: the records of the SOP, and figures of a single case.
 */
@NullMarked
package id.kentongan.desk.figures;

import org.jspecify.annotations.NullMarked;
