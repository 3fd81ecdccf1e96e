/**
 * In: findings, IDS alerts that may belong to them, gaps in what was read. Out: cases, whole, each time with a greater
 * version.
 * SOP steps 3-4: one incident on one agent is one case that people can decide on.
 * Does not belong here: what makes a finding; Kafka; what people decide.
 */
@NullMarked
package id.kentongan.job.casework;

import org.jspecify.annotations.NullMarked;
