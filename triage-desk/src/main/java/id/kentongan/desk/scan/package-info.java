/**
 * In: the bytes of a vulnerability scanner's report, which anybody may have written. Out: its findings as rows, or the
 * reason why it was refused. SOP step 5.
 * Does not belong here: running a scanner, keeping what was read.
 */
@NullMarked
package id.kentongan.desk.scan;

import org.jspecify.annotations.NullMarked;
