/**
 * In: names and passwords. Out: who may enter the desk.
 * SOP step 1 (login).
 * Does not belong here: what a person may decide in a step.
 */
@NullMarked
package id.kentongan.desk.people;

import org.jspecify.annotations.NullMarked;
