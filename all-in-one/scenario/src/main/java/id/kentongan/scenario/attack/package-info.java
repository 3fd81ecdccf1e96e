/**
 * In: the office and a day. Out: planted attacks and near misses, each with its alerts and its line of truth.
 * SOP steps 3-4 should find the attacks and nothing else.
 * Does not belong here: ordinary noise.
 */
@NullMarked
package id.kentongan.scenario.attack;

import org.jspecify.annotations.NullMarked;
