/**
 * In: text and times of any feature. Out: how they look: layout, language, safe text, local times, error pages.
 * Serves every screen of the SOP.
 * Does not belong here: cases, SQL, Kafka.
 */
@NullMarked
package id.kentongan.desk.page;

import org.jspecify.annotations.NullMarked;
