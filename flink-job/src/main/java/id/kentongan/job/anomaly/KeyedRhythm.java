package id.kentongan.job.anomaly;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** Keeps the rhythm of the present key in Flink's state: at most 168 hours, {@value Rhythms#MOST_BEATS} beats and {@value Rhythms#MOST_ACCOUNTS} accounts. */
final class KeyedRhythm implements RhythmMemory {
    private static final long FORGOTTEN = 4 * Rhythms.MEMORY;

    private final ValueState<Pulse> pulse;
    private final MapState<Integer, Usual> usual;
    private final MapState<String, Beat> beats;
    private final ValueState<Integer> known;
    private final MapState<String, Nights> nights;
    private final ValueState<Integer> accounts;

    KeyedRhythm(RuntimeContext state) {
        pulse = state.getState(new ValueStateDescriptor<>("pulse", TypeInformation.of(Pulse.class)));
        usual = state.getMapState(new MapStateDescriptor<>("usual", Types.INT, TypeInformation.of(Usual.class)));
        beats = state.getMapState(new MapStateDescriptor<>("beats", Types.STRING, TypeInformation.of(Beat.class)));
        known = state.getState(new ValueStateDescriptor<>("beats-known", Types.INT));
        nights = state.getMapState(new MapStateDescriptor<>("nights", Types.STRING, TypeInformation.of(Nights.class)));
        accounts = state.getState(new ValueStateDescriptor<>("accounts-known", Types.INT));
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
    public @Nullable Nights nights(String account) {
        return FlinkState.read(() -> nights.get(account));
    }

    @Override
    public void keep(String account, Nights now) {
        keep(nights, accounts, Rhythms.MOST_ACCOUNTS, account, now);
    }

    @Override
    public @Nullable Beat beat(String what) {
        return FlinkState.read(() -> beats.get(what));
    }

    @Override
    public void keep(String what, Beat now) {
        keep(beats, known, Rhythms.MOST_BEATS, what, now);
    }

    private static <T> void keep(MapState<String, T> all, ValueState<Integer> count, int most, String name, T now) {
        FlinkState.write(() -> {
            int soFar = Objects.requireNonNullElse(count.value(), 0);
            boolean isNew = !all.contains(name);
            if (!isNew || soFar < most) {
                all.put(name, now);
                count.update(isNew ? soFar + 1 : soFar);
            }
        });
    }

    /** What has not come again for a day is no beat; an account that was in no night for so long is as good as unknown. */
    void tidyUp(long time) throws Exception {
        known.update(leave(beats, beat -> beat.last() >= time - Rhythms.DAY));
        accounts.update(leave(nights, each -> each.newest() * Rhythms.DAY >= time - FORGOTTEN));
    }

    private static <T> int leave(MapState<String, T> all, Predicate<T> stays) throws Exception {
        int left = 0;
        Iterator<Map.Entry<String, T>> each = all.iterator();
        while (each.hasNext()) {
            if (stays.test(each.next().getValue())) {
                left++;
            } else {
                each.remove();
            }
        }
        return left;
    }

    void forget() {
        pulse.clear();
        usual.clear();
        beats.clear();
        known.clear();
        nights.clear();
        accounts.clear();
    }
}
