/**
 * In: work that goes on as long as the desk does. Out: a thread of its own for it, which ends when the desk stops.
 * Under all SOP steps: receiving cases and alerts, carrying messages out.
 * Does not belong here: what the work is, and what to do when it fails.
 */
@NullMarked
package id.kentongan.desk.steady;

import org.jspecify.annotations.NullMarked;
