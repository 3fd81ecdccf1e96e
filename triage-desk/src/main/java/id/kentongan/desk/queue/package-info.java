/**
 * In: cases on the shelf. Out: the list of candidates, the most severe and newest first.
 * SOP step 3 (Daftar Security Log Analysis).
 * Does not belong here: the inside of one case, decisions.
 */
@NullMarked
package id.kentongan.desk.queue;

import org.jspecify.annotations.NullMarked;
