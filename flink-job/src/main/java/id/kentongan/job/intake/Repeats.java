package id.kentongan.job.intake;

import java.util.Arrays;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Second layer against alerts sent again: by what they are, whichever way they came (hook and follower at once, a
 * finding that Wazuh 5 wrote eleven times, a source read anew). The same alert always bears the same time, so it is
 * looked for in the second of its time alone. 16 bytes an alert.
 */
public final class Repeats {
    /** What is forgotten at once. */
    public static final long MINUTE = 60_000;

    private static final long SECOND = 1_000;

    private final MapState<Long, long[]> seen;

    public static MapStateDescriptor<Long, long[]> descriptor() {
        return new MapStateDescriptor<>("seen", Types.LONG, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    /** @param seen keyed state of {@link #descriptor()}; the key must be set to the alert's agent in every call */
    public Repeats(MapState<Long, long[]> seen) {
        this.seen = seen;
    }

    /** What became of an alert that was offered. */
    public enum Offer {
        REPEATED,
        NEW,
        /** New, and the first of its second: its minute must be forgotten one day. */
        FIRST_OF_ITS_SECOND
    }

    public Offer take(Alert alert) throws Exception {
        long second = Math.floorDiv(alert.time().toEpochMilli(), SECOND);
        long[] there = seen.get(second);
        long[] key = Sha256.twoLongs(alert.key());
        if (there != null && holds(there, key)) {
            return Offer.REPEATED;
        }
        seen.put(second, there == null ? key : with(there, key));
        return there == null ? Offer.FIRST_OF_ITS_SECOND : Offer.NEW;
    }

    /** Forgets the minute that begins at {@code start}, epoch milliseconds. */
    public void forgetMinute(long start) throws Exception {
        long first = Math.floorDiv(start, SECOND);
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
