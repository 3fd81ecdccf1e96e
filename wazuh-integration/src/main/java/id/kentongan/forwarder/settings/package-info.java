/**
 * In: a Java properties file. Out: checked settings, or one message that names every fault and its mend.
 * Before SOP step 1.
 * Does not belong here: defaults that depend on the machine, secrets.
 */
@NullMarked
package id.kentongan.forwarder.settings;

import org.jspecify.annotations.NullMarked;
