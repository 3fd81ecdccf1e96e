/**
 * In: records for topics and messages for people, written in the transaction of the deed behind them. Out: the same on
 * Kafka, at a webhook, in a mailbox: at least once, in order per topic, tried again until it worked.
 * Does not belong here: deciding what is told to whom.
 */
@NullMarked
package id.kentongan.desk.outbox;

import org.jspecify.annotations.NullMarked;
