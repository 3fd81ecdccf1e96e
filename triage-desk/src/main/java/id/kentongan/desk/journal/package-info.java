/**
 * In: what a person did to what. Out: an append-only, hash-chained record of it, and whether the chain is whole.
 * Serves every SOP step.
 * Does not belong here: deciding whether a deed is allowed.
 */
@NullMarked
package id.kentongan.desk.journal;

import org.jspecify.annotations.NullMarked;
