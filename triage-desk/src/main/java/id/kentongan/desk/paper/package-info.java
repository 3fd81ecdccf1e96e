/**
 * In: a document as headings, facts, tables and signatures. Out: its PDF, and the same on a page.
 * SOP steps 6 and 10, and the records of the SOP.
 * Does not belong here: cases. What a document says is decided by whoever hands it in.
 */
@NullMarked
package id.kentongan.desk.paper;

import org.jspecify.annotations.NullMarked;
