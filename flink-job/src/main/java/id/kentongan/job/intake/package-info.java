/**
 * In: records of topic {@code alerts}, as bytes that anybody may have written. Out: alerts of one plain shape, or
 * refusals with a reason; heartbeats become watermarks; re-sent records are dropped.
 * SOP step 3. Does not belong here: what an alert means together with others.
 */
@NullMarked
package id.kentongan.job.intake;

import org.jspecify.annotations.NullMarked;
