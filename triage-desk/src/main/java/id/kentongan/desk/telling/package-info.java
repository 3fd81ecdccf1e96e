/**
 * In: a grave case that came, a hand-over, a clock that runs out. Out: messages in the outbox for whoever must know.
 * Serves SOP steps 3 to 10. Messages keep to the TLP of their case.
 * Does not belong here: sending (outbox); a clock that ran out closes and approves nothing.
 */
@NullMarked
package id.kentongan.desk.telling;

import org.jspecify.annotations.NullMarked;
