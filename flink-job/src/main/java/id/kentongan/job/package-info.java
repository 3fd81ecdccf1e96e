/**
 * The job: alerts in, cases out. In the order of the data: {@code intake}, {@code correlation} (with
 * {@code rulebook}), {@code casework}, {@code handover}. {@link id.kentongan.job.Pipeline} is the way in one method.
 * SOP steps 3-4. Does not belong here: thinking, which plain classes in the packages do.
 */
@NullMarked
package id.kentongan.job;

import org.jspecify.annotations.NullMarked;
