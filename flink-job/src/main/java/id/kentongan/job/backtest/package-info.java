/**
 * In: files of recorded alerts. Out: the cases that the job would have opened on them, without Kafka and Flink.
 * SOP step 3, rehearsed: what would people have been called to?
 * Does not belong here: judging whether that was right ({@code quality}).
 */
@NullMarked
package id.kentongan.job.backtest;

import org.jspecify.annotations.NullMarked;
