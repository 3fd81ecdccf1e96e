/**
 * In: nothing. Out: the records and enums that travel between the programs, as JSON on Kafka topics.
 * All SOP steps pass through here. Samples of each record, past and present, lie in the tests.
 * Instants are UTC. Does not belong here: behaviour, parsing, anything that knows Kafka, Flink or SQL.
 */
@NullMarked
package id.kentongan.contracts;

import org.jspecify.annotations.NullMarked;
