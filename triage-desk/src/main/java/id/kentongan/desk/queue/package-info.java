/**
 * In: cases on the shelf and where they stand. Out: the lists: candidates, mine, the deadline board, what waits for a
 * coordinator, a head or a letter, the archive. SOP steps 3 to 10.
 * Does not belong here: the inside of one case, decisions.
 */
@NullMarked
package id.kentongan.desk.queue;

import org.jspecify.annotations.NullMarked;
