/**
 * In: names and passwords. Out: who may enter the desk, with which roles, and on which days for whom.
 * SOP step 1 (login); separation of duties rests on it.
 * Does not belong here: what a role may do in a step (casefile says so).
 */
@NullMarked
package id.kentongan.desk.people;

import org.jspecify.annotations.NullMarked;
