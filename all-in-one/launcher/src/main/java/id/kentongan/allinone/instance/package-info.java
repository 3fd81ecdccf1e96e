/**
 * In: a data directory. Out: its lock, ports, secrets, input and the processes that belong to it.
 * Before SOP step 1. Knows files and /proc, and asks the system to signal a process.
 * All of it may be read while another process holds the lock; only the holder writes.
 * Does not belong here: what the parts are, and what people see.
 */
@NullMarked
package id.kentongan.allinone.instance;

import org.jspecify.annotations.NullMarked;
