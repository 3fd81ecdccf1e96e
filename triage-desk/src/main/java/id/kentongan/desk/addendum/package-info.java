/**
 * In: a document that is frozen, and what an analyst corrects in it. Out: a numbered addendum with a file of its own,
 * verified and ratified as the document was. SOP steps 6 to 9, once more.
 * Does not belong here: changing the document itself; nothing does.
 */
@NullMarked
package id.kentongan.desk.addendum;

import org.jspecify.annotations.NullMarked;
