/**
 * In: what forwarders say of their sources, what was refused, how far readers are. Out: whether a quiet desk means a quiet network.
 * SOP steps 1 and 2: whoever monitors knows what they do not see.
 * Does not belong here: reading topics, and mending what is missing.
 */
@NullMarked
package id.kentongan.desk.health;

import org.jspecify.annotations.NullMarked;
