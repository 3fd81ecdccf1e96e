/**
 * In: a Java properties file. Out: checked settings, or one message that names every fault and its mend.
 * Before SOP step 1.
 * Does not belong here: what the settings are used for. A secret is a file that is named here, read when it is needed.
 */
@NullMarked
package id.kentongan.forwarder.settings;

import org.jspecify.annotations.NullMarked;
