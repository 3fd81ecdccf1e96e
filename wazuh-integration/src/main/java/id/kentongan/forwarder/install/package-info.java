/**
 * In: the words typed after kentongan-forwarder, a Wazuh home, a state directory. Out: the hook in its place, what is
 * wrong with its mend, how far each source is, a source set to another start or retired.
 * Before SOP step 1, for administrators; nobody else knows this package.
 * Does not belong here: carrying alerts.
 */
@NullMarked
package id.kentongan.forwarder.install;

import org.jspecify.annotations.NullMarked;
