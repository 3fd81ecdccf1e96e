/**
 * In: the instance and the built programs. Out: every part with its settings, in the order in which they start.
 * SOP steps 1 to 4 run inside them. Each class knows one part.
 * Secrets go to the parts as files, never as words of a command.
 * Does not belong here: how a process is kept running, and what people see.
 */
@NullMarked
package id.kentongan.allinone.parts;

import org.jspecify.annotations.NullMarked;
