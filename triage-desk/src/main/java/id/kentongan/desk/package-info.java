/**
 * In: topic {@code cases}, people. Out: pages on which people work through the SOP; {@code panel_*} views for Grafana.
 * SOP steps 3 to 10. The features are the packages below, in the order of the data:
 * settings, inbox, shelf, casefile, queue, analysis; people and page serve them all.
 * Does not belong here: correlation; the desk decides nothing by itself.
 */
@NullMarked
package id.kentongan.desk;

import org.jspecify.annotations.NullMarked;
