/**
 * In: topic cases of the running instance. Out: the newest version of each case.
 * SOP step 3, for people without the desk and for tests.
 * Reads from the beginning to the end of this moment and stops.
 * Does not belong here: writing.
 */
@NullMarked
package id.kentongan.allinone.topic;

import org.jspecify.annotations.NullMarked;
