/**
 * In: one Java properties file. Out: the job's settings, checked, all faults in one message.
 * No SOP step of its own. Does not belong here: reading the environment, defaults that hide a missing must.
 */
@NullMarked
package id.kentongan.job.settings;

import org.jspecify.annotations.NullMarked;
