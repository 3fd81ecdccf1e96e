/**
 * In: the words behind {@code ./kentongan}. Out: the verb that was meant.
 * Before SOP step 1: nothing is received until the parts run.
 * Reads the environment and the system properties, once.
 * Does not belong here: what a verb does.
 */
@NullMarked
package id.kentongan.allinone;

import org.jspecify.annotations.NullMarked;
