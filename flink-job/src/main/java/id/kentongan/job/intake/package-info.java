/**
 * In: records of topic {@code alerts}, as bytes that anybody may have written. Out: alerts of one plain shape, or
 * refusals with a reason; heartbeats become watermarks; what was sent again is dropped; gaps are told.
 * SOP step 3. Does not belong here: what an alert means together with others.
 */
@NullMarked
package id.kentongan.job.intake;

import org.jspecify.annotations.NullMarked;
