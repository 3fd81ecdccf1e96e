/**
 * In: cases as the job wrote them, and moves that people ask for. Out: the case as the desk holds it, and whether it moves.
 * SOP steps 3 to 10 work on it.
 * Does not belong here: web, SQL, Kafka, JSON.
 */
@NullMarked
package id.kentongan.desk.casefile;

import org.jspecify.annotations.NullMarked;
