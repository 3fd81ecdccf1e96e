/**
 * In: what people decided, from topics {@code decisions} and {@code exceptions}. Out: from when on each holds, the same
 * for every subtask and after every restart; findings and signals, those that an exception covers marked so.
 * SOP steps 5 and 6 act back on step 3 here.
 * Does not belong here: what a decision does to a case.
 */
@NullMarked
package id.kentongan.job.decision;

import org.jspecify.annotations.NullMarked;
