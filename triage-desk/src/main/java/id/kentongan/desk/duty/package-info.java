/**
 * In: shifts that the coordinator writes. Out: who is on duty at a moment. Serves SOP steps 3 to 10: they are called first.
 * Does not belong here: what they are told (telling).
 */
@NullMarked
package id.kentongan.desk.duty;

import org.jspecify.annotations.NullMarked;
