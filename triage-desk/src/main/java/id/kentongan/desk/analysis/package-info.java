/**
 * In: one case from the shelf. Out: the page that tells why it fired and what happened when.
 * SOP steps 3 and 4 (analysis of the log).
 * Does not belong here: the list, verdicts, reports.
 */
@NullMarked
package id.kentongan.desk.analysis;

import org.jspecify.annotations.NullMarked;
