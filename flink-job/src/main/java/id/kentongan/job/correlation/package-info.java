/**
 * In: alerts, and rules with the moment from which on each holds. Out: each alert once, in order of time; findings, one
 * an episode and then its updates.
 * SOP step 3: which alerts together are suspicious. Order, clock and replay are ours; matching is Esper's.
 * Does not belong here: reading rules, opening cases.
 */
@NullMarked
package id.kentongan.job.correlation;

import org.jspecify.annotations.NullMarked;
