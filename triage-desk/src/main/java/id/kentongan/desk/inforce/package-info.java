/**
 * In: settings, office and working calendar as the desk runs with them. Out: one page that shows them, without any secret.
 * Serves all SOP steps; for administrator and auditor.
 * Does not belong here: reading settings, and changing them.
 */
@NullMarked
package id.kentongan.desk.inforce;

import org.jspecify.annotations.NullMarked;
