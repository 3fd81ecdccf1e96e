/**
 * In: verdicts, findings, exceptions and what the job says of its rules. Out: for each rule, whether it was worth the work.
 * After SOP step 6, for whoever writes rules.
 * Does not belong here: the rules themselves, and changing anything.
 */
@NullMarked
package id.kentongan.desk.rules;

import org.jspecify.annotations.NullMarked;
