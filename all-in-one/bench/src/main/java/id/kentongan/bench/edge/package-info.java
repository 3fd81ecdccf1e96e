/**
 * In: 1 GB of scenario alerts. Out: figures of the way from Wazuh to Kafka, beside other shippers'. SOP step 1.
 * Does not belong here: what the alerts mean.
 */
@NullMarked
package id.kentongan.bench.edge;

import org.jspecify.annotations.NullMarked;
