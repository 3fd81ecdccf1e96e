/**
 * In: the options of one verb. Out: its exit code.
 * Before SOP step 1, and around it.
 * One class a verb; each is a few steps long and leaves the doing to the other packages.
 * Does not belong here: processes, files, layout.
 */
@NullMarked
package id.kentongan.allinone.verb;

import org.jspecify.annotations.NullMarked;
