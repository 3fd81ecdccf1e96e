package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what casework knows of the present key in Flink's state. What is asked for often is read once and written back
 * once a moment, by {@link #writeBack}: on RocksDB each reading and writing goes through bytes.
 */
final class KeyedMemory implements ScopeMemory {
    private final ValueState<ScopeTotals> totals;
    private final ValueState<Board> board;
    private final MapState<String, AgentFile> agents;
    private final Map<String, AgentFile> agentsAtHand = new HashMap<>();
    private final Map<String, OpenCase> casesAtHand = new HashMap<>();
    private final Set<String> changedAgents = new HashSet<>();
    private final Set<String> changedCases = new HashSet<>();
    private final List<String> forgotten = new ArrayList<>();
    private @Nullable ScopeTotals totalsAtHand;
    private @Nullable Board boardAtHand;
    private boolean totalsChanged;
    private boolean boardChanged;
    private final MapState<String, Long> knowing;
    private final MapState<String, Boolean> companions;
    private final MapState<String, Seen> traces;
    private final MapState<String, OpenCase> cases;

    KeyedMemory(RuntimeContext state) {
        totals = state.getState(new ValueStateDescriptor<>("totals", TypeInformation.of(ScopeTotals.class)));
        board = state.getState(new ValueStateDescriptor<>("board", TypeInformation.of(Board.class)));
        agents = state.getMapState(
                new MapStateDescriptor<>("agents", Types.STRING, TypeInformation.of(AgentFile.class)));
        knowing = state.getMapState(new MapStateDescriptor<>("knowing", Types.STRING, Types.LONG));
        companions = state.getMapState(new MapStateDescriptor<>("companions", Types.STRING, Types.BOOLEAN));
        traces = state.getMapState(new MapStateDescriptor<>("traces", Types.STRING, TypeInformation.of(Seen.class)));
        cases = state.getMapState(new MapStateDescriptor<>("cases", Types.STRING, TypeInformation.of(OpenCase.class)));
    }

    /** Must be called before another key is present. */
    void writeBack() {
        if (totalsChanged) {
            write(() -> totals.update(totalsAtHand));
        }
        if (boardChanged) {
            write(() -> board.update(boardAtHand));
        }
        changedAgents.forEach(agent -> write(() -> agents.put(agent, agentsAtHand.get(agent))));
        changedCases.forEach(id -> write(() -> cases.put(id, casesAtHand.get(id))));
        totalsChanged = false;
        boardChanged = false;
        totalsAtHand = null;
        boardAtHand = null;
        agentsAtHand.clear();
        casesAtHand.clear();
        changedAgents.clear();
        changedCases.clear();
    }

    @Override
    public @Nullable ScopeTotals totals() {
        if (totalsAtHand == null) {
            totalsAtHand = read(totals::value);
        }
        return totalsAtHand;
    }

    @Override
    public void keep(ScopeTotals now) {
        totalsAtHand = now;
        totalsChanged = true;
    }

    @Override
    public @Nullable AgentFile agent(String agent) {
        return agentsAtHand.computeIfAbsent(agent, any -> read(() -> agents.get(agent)));
    }

    @Override
    public void keep(AgentFile file) {
        agentsAtHand.put(file.agent(), file);
        changedAgents.add(file.agent());
    }

    /** What is at hand has just been heard of. */
    @Override
    public int forgetAgents(long time) {
        int forgotten = 0;
        Iterator<Map.Entry<String, AgentFile>> all = requireNonNull(read(agents::iterator));
        while (all.hasNext()) {
            Map.Entry<String, AgentFile> each = all.next();
            AgentFile file = each.getValue();
            if (agentsAtHand.containsKey(each.getKey())) {
                continue;
            }
            if (file.isForgotten(time)) {
                all.remove();
                forgotten++;
            } else if (!file.pruned(time).equals(file)) {
                each.setValue(file.pruned(time));
            }
        }
        return forgotten;
    }

    @Override
    public int forgetTraces(long time) {
        int forgotten = 0;
        Iterator<Map.Entry<String, Seen>> all = requireNonNull(read(traces::iterator));
        while (all.hasNext()) {
            if (time - all.next().getValue().last() > Seen.FORGOTTEN) {
                all.remove();
                forgotten++;
            }
        }
        return forgotten;
    }

    /** Cases forgotten since this was asked last. */
    List<String> takeForgotten() {
        List<String> ids = List.copyOf(forgotten);
        forgotten.clear();
        return ids;
    }

    @Override
    public long knowing(String signature) {
        return Objects.requireNonNullElse(read(() -> knowing.get(signature)), 0L);
    }

    @Override
    public void keepKnowing(String signature, long count) {
        write(() -> knowing.put(signature, count));
    }

    @Override
    public boolean areCompanions(String pair) {
        return Boolean.TRUE.equals(read(() -> companions.contains(pair)));
    }

    @Override
    public void keepCompanions(String pair) {
        write(() -> companions.put(pair, true));
    }

    @Override
    public @Nullable Seen seen(String trace) {
        return read(() -> traces.get(trace));
    }

    @Override
    public void keepSeen(String trace, Seen now) {
        write(() -> traces.put(trace, now));
    }

    @Override
    public Board board() {
        Board known = boardAtHand;
        if (known == null) {
            known = Objects.requireNonNullElse(read(board::value), Board.EMPTY);
            boardAtHand = known;
        }
        return known;
    }

    @Override
    public void keep(Board now) {
        boardAtHand = now;
        boardChanged = true;
    }

    @Override
    public @Nullable OpenCase open(String id) {
        return casesAtHand.computeIfAbsent(id, any -> read(() -> cases.get(id)));
    }

    @Override
    public void keep(OpenCase open) {
        casesAtHand.put(open.id(), open);
        changedCases.add(open.id());
    }

    @Override
    public void forget(String id) {
        casesAtHand.remove(id);
        changedCases.remove(id);
        forgotten.add(id);
        write(() -> cases.remove(id));
    }

    private interface Reads<T> {
        @Nullable
        T read() throws Exception;
    }

    private interface Writes {
        void write() throws Exception;
    }

    private static <T> @Nullable T read(Reads<T> state) {
        try {
            return state.read();
        } catch (Exception e) {
            throw new IllegalStateException("Flink's state cannot be read", e);
        }
    }

    private static void write(Writes state) {
        try {
            state.write();
        } catch (Exception e) {
            throw new IllegalStateException("Flink's state cannot be written", e);
        }
    }
}
