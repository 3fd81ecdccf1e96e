/**
 * In: a spool, a living alerts.json or event file with its dated ones, or recorded files. Out: lines, each with the
 * file's identity and its offset, and what is known to be missing. SOP step 1. A further source (Wazuh 5's indexer, a webhook) is one more implementation of Source.
 * Does not belong here: Kafka, the meaning of a line.
 */
@NullMarked
package id.kentongan.forwarder.source;

import org.jspecify.annotations.NullMarked;
