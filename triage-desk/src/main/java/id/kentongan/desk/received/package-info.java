/**
 * In: what others told the team (a notice of BSSN, a complaint), with the label under which they told it. Out: which of a
 * letter's texts may go to a PSE, and which are left out and why; the label of a case, which its documents and messages
 * bear. SOP steps 6 to 10.
 * Does not belong here: facts from the PSE's own alerts and assets; those may always go to it.
 */
@NullMarked
package id.kentongan.desk.received;

import org.jspecify.annotations.NullMarked;
