/**
 * In: what people write down about a machine. Out: its card: which system, whose, how critical.
 * Serves SOP steps 3 to 10; kept from case to case.
 * Does not belong here: what happened to the machine.
 */
@NullMarked
package id.kentongan.desk.asset;

import org.jspecify.annotations.NullMarked;
