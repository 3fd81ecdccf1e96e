/**
 * In: a report that was sent. Out: verified, ratified, acknowledged, or back to its author with a note. SOP steps 7 to 9.
 * Does not belong here: what the report says; nothing approves itself.
 */
@NullMarked
package id.kentongan.desk.approval;

import org.jspecify.annotations.NullMarked;
