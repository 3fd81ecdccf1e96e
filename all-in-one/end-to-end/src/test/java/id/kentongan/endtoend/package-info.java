/**
 * In: what `up` starts, as real processes. Out: proof of the whole way, from a line in a file to a row on a page.
 * SOP steps 3-4, as a user meets them. Does not belong here: what one module can show alone.
 */
@NullMarked
package id.kentongan.endtoend;

import org.jspecify.annotations.NullMarked;
