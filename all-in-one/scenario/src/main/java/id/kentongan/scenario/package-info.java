/**
 * In: a seed and a size. Out: a directory with alerts.json as a Wazuh 4.14 manager writes it, and truth.json.
 * SOP steps 1-3 are tried with it. The truth is for people and end-to-end tests: no rule and no rule test reads it.
 * Does not belong here: Kafka, rules, anything that another module compiles against.
 */
@NullMarked
package id.kentongan.scenario;

import org.jspecify.annotations.NullMarked;
