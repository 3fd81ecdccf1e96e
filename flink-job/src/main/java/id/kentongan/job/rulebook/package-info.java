/**
 * In: rule folders ({@code rule.yml}, {@code rule.epl}) and topic {@code rules}. Out: checked rules, compiled for
 * Esper, and the events that they may read. SOP step 3: what counts as suspicious.
 * Does not belong here: running rules, keeping state.
 */
@NullMarked
package id.kentongan.job.rulebook;

import org.jspecify.annotations.NullMarked;
