/**
 * In: what happens to the parts. Out: lines, a table and a progress bar, on a terminal or in a file.
 * No SOP step. The only package that writes to the standard streams.
 * Control characters never reach the terminal.
 * Does not belong here: decisions.
 */
@NullMarked
package id.kentongan.allinone.console;

import org.jspecify.annotations.NullMarked;
