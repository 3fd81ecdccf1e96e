/**
 * In: everything known of a case. Out: Laporan Insiden Siber, Formulir Laporan Insiden, Laporan Kerja, made from the
 * fields of the case alone, and kept as they were when somebody passed them on. SOP step 6.
 * Does not belong here: how a document looks (paper), who approves it (approval).
 */
@NullMarked
package id.kentongan.desk.report;

import org.jspecify.annotations.NullMarked;
