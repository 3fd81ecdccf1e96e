/**
 * The recovery matrix: every supported shape of a rule and the detectors of rhythm, against all that may disturb the job.
 * In: seeded alerts and heartbeats, written as forwarders write them. Out: whether topics {@code findings} and
 * {@code cases} end as a plain run without Flink ends. SOP steps 3-4.
 * Does not belong here: how the job does it. It is driven by its settings, its jar and its topics alone.
 */
@NullMarked
package id.kentongan.job.matrix;

import org.jspecify.annotations.NullMarked;
