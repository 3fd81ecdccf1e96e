/**
 * In: a folder to work in. Out: real parts, each in a process of its own: a broker, the forwarder as it is delivered, a
 * node of Wazuh 5's indexer; and what a topic holds. For tests of this module and of those behind it.
 * Does not belong here: what a test expects.
 */
@NullMarked
package id.kentongan.forwarder.trial;

import org.jspecify.annotations.NullMarked;
