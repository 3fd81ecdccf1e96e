/**
 * In: all cases, moves and notes. Out: the records of the SOP: Catatan analisis data log, Daftar Security Log Analysis,
 * Dokumentasi Kegiatan, and Dokumentasi Insiden of one case as a folder with a manifest.
 * Does not belong here: anything that is decided.
 */
@NullMarked
package id.kentongan.desk.records;

import org.jspecify.annotations.NullMarked;
