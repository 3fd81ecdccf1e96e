/**
 * In: records of the topics that job and forwarders write. Out: cases and findings on their shelves, alerts in the logbook,
 * how rules and sources stand, how far the job has read; records that are none of these, kept with the reason.
 * SOP steps 1 and 2: the desk sees by itself what the monitoring found.
 * The place in the topic lies in PostgreSQL, moved in the same transaction as the cases.
 * Does not belong here: what people see or decide.
 */
@NullMarked
package id.kentongan.desk.inbox;

import org.jspecify.annotations.NullMarked;
