/**
 * In: records of topics {@code cases}, {@code alerts}, {@code findings} and {@code rule-status}. Out: cases and findings on
 * their shelves, alerts in the logbook, how rules stand; records that are none of these, kept with the reason.
 * SOP steps 1 and 2: the desk sees by itself what the monitoring found.
 * The place in the topic lies in PostgreSQL, moved in the same transaction as the cases.
 * Does not belong here: what people see or decide.
 */
@NullMarked
package id.kentongan.desk.inbox;

import org.jspecify.annotations.NullMarked;
