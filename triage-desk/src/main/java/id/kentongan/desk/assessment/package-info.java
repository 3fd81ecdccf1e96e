/**
 * In: results of a vulnerability assessment, proof files. Out: the verdict in the SOP's two words, and apart from it how
 * the SIEM had rated the incident. SOP step 5.
 * Does not belong here: running a scanner.
 */
@NullMarked
package id.kentongan.desk.assessment;

import org.jspecify.annotations.NullMarked;
