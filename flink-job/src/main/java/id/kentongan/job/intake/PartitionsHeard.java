package id.kentongan.job.intake;

import java.util.Objects;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Says one thing only, as a watermark without a time of its own: in every partition that this subtask reads, somebody
 * has spoken of time since the start. Before that {@link KeepsTime} must not let time pass, because only the source knows its partitions.
 */
public final class PartitionsHeard implements WatermarkGenerator<Arrival> {
    /** Below the greatest, which Flink keeps for the end of all input. */
    static final long ALL = Long.MAX_VALUE - 1;

    private boolean said;

    public static WatermarkStrategy<Arrival> strategy() {
        return WatermarkStrategy.<Arrival>forGenerator(context -> new PartitionsHeard())
                .withTimestampAssigner((arrival, recordTime) -> eventTime(arrival));
    }

    private static long eventTime(Arrival arrival) {
        Alert alert = arrival.alert();
        return alert == null
                ? arrival.brokerTime()
                : Objects.requireNonNull(alert.time()).toEpochMilli();
    }

    @Override
    public void onEvent(Arrival arrival, long recordTime, WatermarkOutput output) {
        if (!said && speaksOfTime(arrival)) {
            output.emitWatermark(new Watermark(ALL));
            said = true;
        }
    }

    /** A heartbeat, or an alert of a producer that knows none. */
    private static boolean speaksOfTime(Arrival arrival) {
        Heartbeat heartbeat = arrival.heartbeat();
        return heartbeat == null
                ? arrival.alert() != null && arrival.origin() == null
                : heartbeat.upTo() != Heartbeat.UNKNOWN;
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Only arrivals say something.
    }
}
