/**
 * In: rule records of topic {@code rules} as they come, checked and compiled. Out: from when on each version holds, the
 * same for every subtask and after every restart; what became of it, for topic {@code rule-status}. SOP step 3.
 * Does not belong here: judging alerts.
 */
@NullMarked
package id.kentongan.job.rulechange;

import org.jspecify.annotations.NullMarked;
