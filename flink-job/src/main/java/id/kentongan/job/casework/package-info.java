/**
 * In: signals and findings of a scope, IDS alerts that may belong to them, gaps in what was read, what people decided.
 * Out: cases, whole, each time with a greater version.
 * SOP steps 3-4: one incident, on however many agents, is one case that people can decide on.
 * Does not belong here: what makes a finding or a signal; Kafka; what people may decide.
 */
@NullMarked
package id.kentongan.job.casework;

import org.jspecify.annotations.NullMarked;
