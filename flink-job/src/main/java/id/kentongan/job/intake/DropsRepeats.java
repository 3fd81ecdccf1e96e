package id.kentongan.job.intake;

import java.time.Duration;
import java.util.Arrays;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Second layer against alerts sent again: by what they are, whichever way they came (hook and follower at once, a
 * finding that Wazuh 5 wrote eleven times, a source read anew). Keyed by node and agent.
 *
 * <p>The same alert always bears the same time, so it is looked for in the second of its time alone. State: 16 bytes an
 * alert, freed a minute's worth at a time once time is further than {@code remembered}; an alert from before that is
 * refused as late by those who come after.
 */
public final class DropsRepeats extends KeyedProcessFunction<String, Alert, Alert> {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;

    private final long remembered;
    private transient MapState<Long, long[]> seen;
    private transient Counter repeats;

    public DropsRepeats(Duration remembered) {
        this.remembered = remembered.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        seen = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "seen", Types.LONG, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
        repeats = getRuntimeContext().getMetricGroup().addGroup("kentongan").counter("alerts_repeated");
    }

    @Override
    public void processElement(Alert alert, Context context, Collector<Alert> out) throws Exception {
        long time = alert.time().toEpochMilli();
        long second = Math.floorDiv(time, SECOND);
        long[] there = seen.get(second);
        long[] key = Sha256.twoLongs(alert.key());
        if (there != null && holds(there, key)) {
            repeats.inc();
            return;
        }
        seen.put(second, there == null ? key : with(there, key));
        if (there == null) {
            long minute = Math.floorDiv(time, MINUTE);
            context.timerService().registerEventTimeTimer((minute + 1) * MINUTE + remembered);
        }
        out.collect(alert);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
        long first = Math.floorDiv(time - remembered - MINUTE, SECOND);
        for (long second = first; second < first + MINUTE / SECOND; second++) {
            seen.remove(second);
        }
    }

    private static boolean holds(long[] there, long[] key) {
        for (int i = 0; i < there.length; i += 2) {
            if (there[i] == key[0] && there[i + 1] == key[1]) {
                return true;
            }
        }
        return false;
    }

    private static long[] with(long[] there, long[] key) {
        long[] more = Arrays.copyOf(there, there.length + 2);
        more[there.length] = key[0];
        more[there.length + 1] = key[1];
        return more;
    }
}
