/**
 * In: a directory and two ports. Out: an OpenSearch node on loopback, for the tests of the findings source.
 * No SOP step: never delivered.
 * Does not belong here: anything of our programs; this runs in a JVM of its own with OpenSearch's class path.
 */
@NullMarked
package id.kentongan.opensearch;

import org.jspecify.annotations.NullMarked;
