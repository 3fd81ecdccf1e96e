/**
 * The bench of the engine: what the chain of operators costs beside reading alerts, and what its parts cost.
 * In: seeded alerts. Out: a page of ratios and figures. SOP step: none, beside step 3.
 * Does not belong here: whether answers are right; the recovery matrix shows that.
 */
@NullMarked
package id.kentongan.job.bench;

import org.jspecify.annotations.NullMarked;
