/**
 * In: alerts of topic {@code alerts}, as the inbox reads them. Out: the latest alerts of one machine, address or account.
 * SOP step 3: log analysis. A bounded copy to look things up in; what is older lies in the Wazuh dashboard.
 * Does not belong here: evidence (it lies with its case), Kafka.
 */
@NullMarked
package id.kentongan.desk.logbook;

import org.jspecify.annotations.NullMarked;
