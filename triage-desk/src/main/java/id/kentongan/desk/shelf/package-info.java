/**
 * In: cases taken by the inbox. Out: the same cases, by number, from PostgreSQL.
 * SOP step 3 (the Daftar Security Log Analysis rests on it).
 * Does not belong here: Kafka, web, decisions on a case.
 */
@NullMarked
package id.kentongan.desk.shelf;

import org.jspecify.annotations.NullMarked;
