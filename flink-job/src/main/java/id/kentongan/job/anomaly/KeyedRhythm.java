package id.kentongan.job.anomaly;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** Keeps the rhythm of the present key in Flink's state: at most 168 hours and {@value Rhythms#MOST_BEATS} beats. */
final class KeyedRhythm implements RhythmMemory {
    private final ValueState<Pulse> pulse;
    private final MapState<Integer, Usual> usual;
    private final MapState<String, Beat> beats;
    private final ValueState<Integer> known;

    KeyedRhythm(RuntimeContext state) {
        pulse = state.getState(new ValueStateDescriptor<>("pulse", TypeInformation.of(Pulse.class)));
        usual = state.getMapState(new MapStateDescriptor<>("usual", Types.INT, TypeInformation.of(Usual.class)));
        beats = state.getMapState(new MapStateDescriptor<>("beats", Types.STRING, TypeInformation.of(Beat.class)));
        known = state.getState(new ValueStateDescriptor<>("beats-known", Types.INT));
    }

    @Override
    public @Nullable Pulse pulse() {
        return FlinkState.read(pulse::value);
    }

    @Override
    public void keep(Pulse now) {
        FlinkState.write(() -> pulse.update(now));
    }

    @Override
    public @Nullable Usual usual(int hourOfWeek) {
        return FlinkState.read(() -> usual.get(hourOfWeek));
    }

    @Override
    public void keep(int hourOfWeek, Usual now) {
        FlinkState.write(() -> usual.put(hourOfWeek, now));
    }

    @Override
    public @Nullable Beat beat(String what) {
        return FlinkState.read(() -> beats.get(what));
    }

    @Override
    public void keep(String what, Beat now) {
        FlinkState.write(() -> {
            int soFar = Objects.requireNonNullElse(known.value(), 0);
            boolean isNew = !beats.contains(what);
            if (!isNew || soFar < Rhythms.MOST_BEATS) {
                beats.put(what, now);
                known.update(isNew ? soFar + 1 : soFar);
            }
        });
    }

    /** What has not come again for a day is no beat. */
    void tidyUp(long time) throws Exception {
        int left = 0;
        Iterator<Map.Entry<String, Beat>> all = beats.iterator();
        while (all.hasNext()) {
            if (all.next().getValue().last() < time - Rhythms.DAY) {
                all.remove();
            } else {
                left++;
            }
        }
        known.update(left);
    }

    void forget() {
        pulse.clear();
        usual.clear();
        beats.clear();
        known.clear();
    }
}
