/**
 * In: a moment, a limit of the SOP, the working hours and holidays of a file. Out: the moment when it is due.
 * Clocks of SOP steps 3 to 10, and the legal ones beside them.
 * Does not belong here: what happens when a clock runs out.
 */
@NullMarked
package id.kentongan.desk.deadline;

import org.jspecify.annotations.NullMarked;
