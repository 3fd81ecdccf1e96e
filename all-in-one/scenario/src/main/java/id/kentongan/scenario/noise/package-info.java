/**
 * In: the office and a minute. Out: the ordinary alerts of that minute, in the rhythm of working hours.
 * Before SOP step 1. Noise stays below the thresholds of every rule: throttles see to that.
 * Does not belong here: attacks.
 */
@NullMarked
package id.kentongan.scenario.noise;

import org.jspecify.annotations.NullMarked;
