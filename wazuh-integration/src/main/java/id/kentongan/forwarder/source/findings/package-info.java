/**
 * In: the findings streams of a Wazuh 5 indexer. Out: every finding document that is there, unchanged, at least once;
 * what vanished before it was read, as a gap. SOP step 1.
 * Does not belong here: what a finding means; reading anything from a nudge.
 */
@NullMarked
package id.kentongan.forwarder.source.findings;

import org.jspecify.annotations.NullMarked;
