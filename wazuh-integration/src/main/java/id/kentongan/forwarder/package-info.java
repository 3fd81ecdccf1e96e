/**
 * In: a settings file. Out: the lines of every source on topic alerts, heartbeats behind them, a state directory.
 * SOP steps 1-2. One courier thread a source; the order here is settings, source, forward, checkpoint, ledger, metrics.
 * Does not belong here: what an alert means.
 */
@NullMarked
package id.kentongan.forwarder;

import org.jspecify.annotations.NullMarked;
