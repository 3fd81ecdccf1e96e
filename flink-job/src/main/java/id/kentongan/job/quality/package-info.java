/**
 * In: recorded alerts with labels of what was an attack. Out: how good the cases are, as figures and as a page.
 * SOP step 3, judged from outside. Labels are read here alone: nothing that decides on cases may see them.
 * Does not belong here: how cases come about.
 */
@NullMarked
package id.kentongan.job.quality;

import org.jspecify.annotations.NullMarked;
