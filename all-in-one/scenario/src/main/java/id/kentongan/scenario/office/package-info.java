/**
 * In: the number of agents. Out: the machines of a regency office, its working hours and the addresses that visit it.
 * Before SOP step 1. Addresses are from the documentation ranges, names are invented.
 * Does not belong here: alerts.
 */
@NullMarked
package id.kentongan.scenario.office;

import org.jspecify.annotations.NullMarked;
