/**
 * In: a spool, a living alerts.json or event file with its dated ones, or recorded files. Out: lines, each with the
 * file's identity and its offset, and what is known to be missing. SOP step 1. Wazuh 5's indexer is in findings.
 * Does not belong here: Kafka, the meaning of a line.
 */
@NullMarked
package id.kentongan.forwarder.source;

import org.jspecify.annotations.NullMarked;
