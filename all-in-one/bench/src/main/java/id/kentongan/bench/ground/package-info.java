/**
 * In: commands. Out: running programs with what they cost, a broker, the machine, tables. SOP step: none.
 * What any bench stands on.
 * Does not belong here: what one bench measures.
 */
@NullMarked
package id.kentongan.bench.ground;

import org.jspecify.annotations.NullMarked;
