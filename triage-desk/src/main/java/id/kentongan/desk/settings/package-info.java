/**
 * In: the keys under {@code kentongan.desk}. Out: one checked record, or one message with every fault and its mend.
 * Serves all SOP steps. Read once, at the start.
 * Does not belong here: what a setting is used for.
 */
@NullMarked
package id.kentongan.desk.settings;

import org.jspecify.annotations.NullMarked;
