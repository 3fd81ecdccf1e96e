/**
 * In: a ratified report. Out: the Surat Pemberitahuan to the PSE with its reply form, the signed letter kept with its
 * hash, and what the PSE answered. SOP step 10 and after.
 * Does not belong here: signing; that happens in the office's own program.
 */
@NullMarked
package id.kentongan.desk.notice;

import org.jspecify.annotations.NullMarked;
