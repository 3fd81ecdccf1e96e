/**
 * In: a manager that writes alerts in every way Wazuh has, while forwarder, broker and indexer are killed. Out: proof
 * that the job's intake holds every alert once and that the ledger agrees. SOP step 1.
 * Does not belong here: what alerts mean.
 */
@NullMarked
package id.kentongan.job.edge;

import org.jspecify.annotations.NullMarked;
