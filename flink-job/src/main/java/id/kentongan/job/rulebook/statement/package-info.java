/**
 * In: the EPL of one rule. Out: its statements, how far back they look, which filters they set, and every fault with
 * line, column and mend. SOP step 3. Reads Esper's statement model; what is not on its lists is refused.
 * Does not belong here: compiling, rule.yml, Kafka, running statements.
 */
@NullMarked
package id.kentongan.job.rulebook.statement;

import org.jspecify.annotations.NullMarked;
