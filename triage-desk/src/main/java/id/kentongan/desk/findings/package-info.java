/**
 * In: findings of the job, with the exceptions that cover them. Out: what each exception did, how often each rule fired.
 * Between SOP steps 3 and 6: whether what people decided on findings holds.
 * Does not belong here: reading the topic, and whether an exception covers a finding.
 */
@NullMarked
package id.kentongan.desk.findings;

import org.jspecify.annotations.NullMarked;
