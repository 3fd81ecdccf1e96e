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
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rhythm of the present key in Flink's state: at most 168 hours, {@value Rhythms#MOST_BEATS} beats, {@value
 * Rhythms#MOST_ACCOUNTS} accounts, and {@value Rates#MOST_NAMES} names with 168 hours each.
 */
final class KeyedRhythm implements RhythmMemory {
    private static final long FORGOTTEN = 4 * Rhythms.MEMORY;

    private final ValueState<Pulse> pulse;
    private final MapState<Integer, Usual> usual;
    private final MapState<String, Beat> beats;
    private final ValueState<Integer> known;
    private final MapState<String, Nights> nights;
    private final ValueState<Integer> accounts;
    private final MapState<String, Tally> tallies;
    private final ValueState<Integer> names;
    private final MapState<String, Usual> usualOfNames;
    private final ValueState<Mix> mix;
    private final ValueState<byte[]> forest;

    KeyedRhythm(RuntimeContext state) {
        pulse = state.getState(new ValueStateDescriptor<>("pulse", TypeInformation.of(Pulse.class)));
        usual = state.getMapState(new MapStateDescriptor<>("usual", Types.INT, TypeInformation.of(Usual.class)));
        beats = state.getMapState(new MapStateDescriptor<>("beats", Types.STRING, TypeInformation.of(Beat.class)));
        known = state.getState(new ValueStateDescriptor<>("beats-known", Types.INT));
        nights = state.getMapState(new MapStateDescriptor<>("nights", Types.STRING, TypeInformation.of(Nights.class)));
        accounts = state.getState(new ValueStateDescriptor<>("accounts-known", Types.INT));
        tallies = state.getMapState(new MapStateDescriptor<>("tallies", Types.STRING, TypeInformation.of(Tally.class)));
        names = state.getState(new ValueStateDescriptor<>("names-known", Types.INT));
        usualOfNames = state.getMapState(
                new MapStateDescriptor<>("usual-of-names", Types.STRING, TypeInformation.of(Usual.class)));
        mix = state.getState(new ValueStateDescriptor<>("mix", TypeInformation.of(Mix.class)));
        forest = state.getState(
                new ValueStateDescriptor<>("forest", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
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
    public void keep(String account, Nights now, boolean isNew) {
        keep(nights, accounts, Rhythms.MOST_ACCOUNTS, account, now, isNew);
    }

    @Override
    public @Nullable Beat beat(String what) {
        return FlinkState.read(() -> beats.get(what));
    }

    @Override
    public void keep(String what, Beat now, boolean isNew) {
        keep(beats, known, Rhythms.MOST_BEATS, what, now, isNew);
    }

    @Override
    public @Nullable Tally tally(String name) {
        return FlinkState.read(() -> tallies.get(name));
    }

    @Override
    public void keep(String name, Tally now, boolean isNew) {
        keep(tallies, names, Rates.MOST_NAMES, name, now, isNew);
    }

    @Override
    public @Nullable Usual usual(String name, int hourOfWeek) {
        return FlinkState.read(() -> usualOfNames.get(hourOfWeek + "|" + name));
    }

    @Override
    public void keep(String name, int hourOfWeek, Usual now) {
        FlinkState.write(() -> usualOfNames.put(hourOfWeek + "|" + name, now));
    }

    @Override
    public @Nullable Mix mix() {
        return FlinkState.read(mix::value);
    }

    @Override
    public void keep(Mix now) {
        FlinkState.write(() -> mix.update(now));
    }

    @Override
    public Forest forest() {
        byte[] written = FlinkState.read(forest::value);
        return written == null ? Forest.planted() : Forest.read(written);
    }

    @Override
    public void keep(Forest now) {
        FlinkState.write(() -> forest.update(now.written()));
    }

    private static <T> void keep(
            MapState<String, T> all, ValueState<Integer> count, int most, String name, T now, boolean isNew) {
        FlinkState.write(() -> {
            int soFar = isNew ? Objects.requireNonNullElse(count.value(), 0) : 0;
            if (soFar == most) {
                return;
            }
            all.put(name, now);
            if (isNew) {
                count.update(soFar + 1);
            }
        });
    }

    /**
     * What has not come again for a day is no beat; an account that was in no night for so long is as good as unknown. Only
     * where something is kept: RocksDB takes its time to step over what was removed before.
     */
    void tidyUp(long time) throws Exception {
        leave(beats, known, beat -> beat.last() >= time - Rhythms.DAY);
        leave(nights, accounts, each -> each.newest() * Rhythms.DAY >= time - FORGOTTEN);
        if (leave(tallies, names, each -> !each.isForgotten(time / Rhythms.HOUR))) {
            Iterator<String> each = usualOfNames.keys().iterator();
            while (each.hasNext()) {
                String key = each.next();
                if (!tallies.contains(key.substring(key.indexOf('|') + 1))) {
                    each.remove();
                }
            }
        }
    }

    /** @return whether any had to go */
    private static <T> boolean leave(MapState<String, T> all, ValueState<Integer> count, Predicate<T> stays)
            throws Exception {
        int before = Objects.requireNonNullElse(count.value(), 0);
        if (before == 0) {
            return false;
        }
        int left = 0;
        Iterator<Map.Entry<String, T>> each = all.iterator();
        while (each.hasNext()) {
            if (stays.test(each.next().getValue())) {
                left++;
            } else {
                each.remove();
            }
        }
        count.update(left);
        return left < before;
    }

    void forget() {
        pulse.clear();
        usual.clear();
        beats.clear();
        known.clear();
        nights.clear();
        accounts.clear();
        tallies.clear();
        names.clear();
        usualOfNames.clear();
        mix.clear();
        forest.clear();
    }
}
