/**
 * In: a moment, a machine and what happened there. Out: the alert that Wazuh 4.14 makes of it, and the file of them.
 * Before SOP step 1. Shapes follow the analysis daemon: data values are strings, file alerts carry no data.
 * Does not belong here: what is an attack and what is noise.
 */
@NullMarked
package id.kentongan.scenario.alert;

import org.jspecify.annotations.NullMarked;
