/**
 * In: cases as the job wrote them. Out: the case as the desk holds it: number, content, timeline.
 * SOP steps 3 to 10 work on it.
 * Does not belong here: web, SQL, Kafka, JSON.
 */
@NullMarked
package id.kentongan.desk.casefile;

import org.jspecify.annotations.NullMarked;
