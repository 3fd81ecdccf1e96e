/**
 * In: FALSE POSITIVE verdicts. Out: the narrowest exception that would have spared the work, what it would have hidden,
 * and, once a coordinator agrees, a record for the job. After SOP step 6.
 * Does not belong here: whether an exception covers a finding; job and desk share that one function in contracts.
 */
@NullMarked
package id.kentongan.desk.exceptions;

import org.jspecify.annotations.NullMarked;
