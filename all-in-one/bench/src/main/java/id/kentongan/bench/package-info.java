/**
 * In: a name of something to measure. Out: its figures, as a table for people or as JSON. SOP step: none, beside it all.
 * The door of the benches.
 * Does not belong here: measuring.
 */
@NullMarked
package id.kentongan.bench;

import org.jspecify.annotations.NullMarked;
