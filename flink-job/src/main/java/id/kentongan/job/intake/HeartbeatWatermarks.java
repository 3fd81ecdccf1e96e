package id.kentongan.job.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Time moves because sources say so: the watermark of a partition is the least heartbeat of the sources heard there.
 * A source that has ended no longer holds time back; when all have ended, time goes on by {@link #RELEASE} so that
 * everything still pending is judged.
 *
 * <p>One instance a partition. Nothing is kept over a restart: the partition then waits for its next heartbeats, and
 * operators behind remember how far time had come. (A source heard nowhere yet does not count; the topic
 * {@code sources} will name those.)
 */
public final class HeartbeatWatermarks implements WatermarkGenerator<Arrival> {
    static final Duration RELEASE = Duration.ofHours(1);

    private final Map<String, Long> upTo = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private long greatest = Long.MIN_VALUE;

    public static WatermarkStrategy<Arrival> strategy() {
        return WatermarkStrategy.<Arrival>forGenerator(context -> new HeartbeatWatermarks())
                .withTimestampAssigner((arrival, recordTime) -> eventTime(arrival, recordTime));
    }

    private static long eventTime(Arrival arrival, long recordTime) {
        Alert alert = arrival.alert();
        return alert == null ? recordTime : alert.time().toEpochMilli();
    }

    @Override
    public void onEvent(Arrival arrival, long recordTime, WatermarkOutput output) {
        Heartbeat heartbeat = arrival.heartbeat();
        if (heartbeat == null) {
            return;
        }
        upTo.merge(heartbeat.source(), heartbeat.upTo(), Math::max);
        greatest = Math.max(greatest, heartbeat.upTo());
        if (heartbeat.end()) {
            ended.add(heartbeat.source());
        } else {
            ended.remove(heartbeat.source());
        }
        output.emitWatermark(new Watermark(reached()));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Only heartbeats move time.
    }

    private long reached() {
        return upTo.entrySet().stream()
                .filter(source -> !ended.contains(source.getKey()))
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElse(greatest + RELEASE.toMillis());
    }
}
