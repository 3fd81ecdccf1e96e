/**
 * In: requests of programs. Out: what the pages do and show, as JSON: the same handlers, the same roles. SOP steps 3 to 10.
 * Does not belong here: rules of its own.
 */
@NullMarked
package id.kentongan.desk.api;

import org.jspecify.annotations.NullMarked;
