/**
 * In: alerts of one agent, in order of time. Out: signals, what an agent did for the first time, after long, or in bulk, and
 * weak findings on its rhythm: how much, when, how regularly, and of few agents in which mix.
 * SOP step 3: what is unusual here, whatever Wazuh rates it.
 * Does not belong here: what a signal is worth and whose case it is, which other agents decide too ({@code casework}).
 */
@NullMarked
package id.kentongan.job.anomaly;

import org.jspecify.annotations.NullMarked;
