package id.kentongan.job.correlation;

import id.kentongan.job.correlation.Episodes.Folded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The matches that made the episodes of the key at hand, for as long as late alerts may still change them. Older ones,
 * and of more than {@value #MOST} the older half, are folded into the episode that the rest goes on from; there nothing
 * changes any more.
 */
final class MatchLog {
    static final int MOST = 1_000;

    private final MapState<Long, List<Match>> matches;
    private final ValueState<Integer> count;
    private final ValueState<Episode> base;
    private final MapState<Long, Long> names;
    private final MapState<Long, Boolean> withdrawn;

    MatchLog(RuntimeContext flink) {
        matches = flink.getMapState(
                new MapStateDescriptor<>("taken", Types.LONG, Types.LIST(TypeInformation.of(Match.class))));
        count = flink.getState(new ValueStateDescriptor<>("taken-count", Types.INT));
        base = flink.getState(new ValueStateDescriptor<>("taken-before", TypeInformation.of(Episode.class)));
        names = flink.getMapState(new MapStateDescriptor<>("names", Types.LONG, Types.LONG));
        withdrawn = flink.getMapState(new MapStateDescriptor<>("withdrawn", Types.LONG, Types.BOOLEAN));
    }

    /** A match that was taken; {@code before} is the episode that it came to. */
    void add(Match match, @Nullable Episode before) throws Exception {
        int so = Objects.requireNonNullElse(count.value(), 0);
        if (so == 0 && base.value() == null && before != null) {
            base.update(before); // of a job that kept no log
        }
        long time = match.time().toEpochMilli();
        List<Match> together = new ArrayList<>(Objects.requireNonNullElse(matches.get(time), List.<Match>of()));
        together.add(match);
        matches.put(time, together);
        count.update(so + 1);
        if (so >= MOST) {
            List<Long> times = new ArrayList<>(sorted().keySet());
            foldUpTo(times.get(times.size() / 2));
        }
    }

    Revision revise(List<Correction> corrections) throws Exception {
        List<Folded> before = folded(sorted());
        SortedMap<Long, List<Match>> now = sorted();
        for (Correction correction : corrections) {
            long time = correction.time().toEpochMilli();
            now.put(time, correction.matches());
        }
        now.values().removeIf(List::isEmpty);
        List<Match> flat = flat(now);
        Set<Long> gone = new HashSet<>();
        withdrawn.keys().forEach(gone::add);
        Revision revision = Revision.of(before, Episodes.fold(base.value(), flat), gone);
        matches.clear();
        for (Map.Entry<Long, List<Match>> moment : now.entrySet()) {
            matches.put(moment.getKey(), moment.getValue());
        }
        count.update(flat.size());
        names.clear();
        for (Map.Entry<Long, Long> name : revision.names().entrySet()) {
            names.put(name.getKey(), name.getValue());
        }
        for (Folded each : revision.withdrawn()) {
            withdrawn.put(each.episode().start().toEpochMilli(), true);
        }
        return revision;
    }

    /** What is older can no longer change. */
    void foldUpTo(long time) throws Exception {
        SortedMap<Long, List<Match>> all = sorted();
        SortedMap<Long, List<Match>> old = all.headMap(time + 1);
        List<Folded> folded = folded(new TreeMap<>(old));
        for (Long each : new ArrayList<>(old.keySet())) {
            matches.remove(each);
        }
        old.clear();
        forgetUpTo(time, names);
        forgetUpTo(time, withdrawn);
        count.update(flat(all).size());
        Episode newest = folded.isEmpty() ? null : folded.get(folded.size() - 1).episode();
        boolean goesOn =
                newest != null && newest.last().toEpochMilli() + newest.rule().suppressFor() >= time;
        base.update(goesOn ? newest : null);
        if (all.isEmpty()) {
            count.clear();
        }
    }

    private static void forgetUpTo(long time, MapState<Long, ?> state) throws Exception {
        List<Long> old = new ArrayList<>();
        state.keys().forEach(each -> {
            if (each <= time) {
                old.add(each);
            }
        });
        for (Long each : old) {
            state.remove(each);
        }
    }

    boolean isEmpty() throws Exception {
        return count.value() == null && base.value() == null && withdrawn.isEmpty();
    }

    /** By the names under which they were told. */
    private List<Folded> folded(SortedMap<Long, List<Match>> moments) throws Exception {
        List<Folded> named = new ArrayList<>();
        for (Folded each : Episodes.fold(base.value(), flat(moments))) {
            Long name = names.get(each.episode().start().toEpochMilli());
            named.add(name == null ? each : each.named(each.episode().startingAt(Instant.ofEpochMilli(name))));
        }
        return named;
    }

    private SortedMap<Long, List<Match>> sorted() throws Exception {
        TreeMap<Long, List<Match>> sorted = new TreeMap<>();
        for (Map.Entry<Long, List<Match>> moment : matches.entries()) {
            sorted.put(moment.getKey(), moment.getValue());
        }
        return sorted;
    }

    private static List<Match> flat(SortedMap<Long, List<Match>> moments) {
        return moments.values().stream().flatMap(List::stream).toList();
    }
}
