/**
 * In: nothing. Out: a real PostgreSQL, a real broker and the desk itself, for tests and for a developer's trial run.
 * Serves the tests of every feature.
 * Does not belong here: what a test expects.
 */
@NullMarked
package id.kentongan.desk.trial;

import org.jspecify.annotations.NullMarked;
