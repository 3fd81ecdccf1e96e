package id.kentongan.job.casework;

import static java.util.Objects.requireNonNull;

import id.kentongan.job.anomaly.FlinkState;
import java.util.HashMap;
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
 * Keeps what casework knows of a scope in Flink's state. What is asked for often is read once, stays at hand and is
 * written before a checkpoint, by {@link #writeBack}: on RocksDB each reading and writing goes through bytes.
 */
final class KeyedMemory implements ScopeMemory {
    private static final int MOST_AT_HAND = 10_000;

    private final ValueState<ScopeTotals> totals;
    private final ValueState<Board> board;
    private final ValueState<Openings> openings;
    private final MapState<String, AgentFile> agents;
    private final MapState<String, Long> knowing;
    private final MapState<String, Boolean> companions;
    private final MapState<String, Seen> traces;
    private final MapState<String, OpenCase> cases;
    private final Map<String, AtHand> scopes = new HashMap<>();
    private AtHand hand = new AtHand();

    KeyedMemory(RuntimeContext state) {
        totals = state.getState(new ValueStateDescriptor<>("totals", TypeInformation.of(ScopeTotals.class)));
        board = state.getState(new ValueStateDescriptor<>("board", TypeInformation.of(Board.class)));
        openings = state.getState(new ValueStateDescriptor<>("openings", TypeInformation.of(Openings.class)));
        agents = state.getMapState(
                new MapStateDescriptor<>("agents", Types.STRING, TypeInformation.of(AgentFile.class)));
        knowing = state.getMapState(new MapStateDescriptor<>("knowing", Types.STRING, Types.LONG));
        companions = state.getMapState(new MapStateDescriptor<>("companions", Types.STRING, Types.BOOLEAN));
        traces = state.getMapState(new MapStateDescriptor<>("traces", Types.STRING, TypeInformation.of(Seen.class)));
        cases = state.getMapState(new MapStateDescriptor<>("cases", Types.STRING, TypeInformation.of(OpenCase.class)));
    }

    /** Must be called when another key is present than before. */
    void of(String scope) {
        hand = scopes.computeIfAbsent(scope, any -> new AtHand());
    }

    Set<String> scopesAtHand() {
        return Set.copyOf(scopes.keySet());
    }

    /** What is asked for all the time stays at hand; agents and cases are read again when they come up. */
    void writeBack() {
        hand.totals.writeTo(totals);
        hand.board.writeTo(board);
        hand.openings.writeTo(openings);
        hand.changedAgents.forEach(agent -> FlinkState.write(() -> agents.put(agent, hand.agents.get(agent))));
        hand.changedCases.forEach(id -> FlinkState.write(() -> cases.put(id, hand.cases.get(id))));
        hand.agents.clear();
        hand.cases.clear();
        hand.changedAgents.clear();
        hand.changedCases.clear();
    }

    /** Between two checkpoints no more than this is kept beside the state. */
    private void spare() {
        if (hand.agents.size() + hand.cases.size() > MOST_AT_HAND) {
            writeBack();
        }
    }

    @Override
    public @Nullable ScopeTotals totals() {
        return hand.totals.in(totals);
    }

    @Override
    public void keep(ScopeTotals now) {
        hand.totals.keep(now);
    }

    @Override
    public @Nullable AgentFile agent(String agent) {
        return hand.agents.computeIfAbsent(agent, any -> FlinkState.read(() -> agents.get(agent)));
    }

    @Override
    public void keep(AgentFile file) {
        spare();
        hand.agents.put(file.agent(), file);
        hand.changedAgents.add(file.agent());
    }

    /** What is at hand has just been heard of. */
    @Override
    public int forgetAgents(long time) {
        int forgotten = 0;
        Iterator<Map.Entry<String, AgentFile>> all = requireNonNull(FlinkState.read(agents::iterator));
        while (all.hasNext()) {
            Map.Entry<String, AgentFile> each = all.next();
            AgentFile file = each.getValue();
            if (hand.agents.containsKey(each.getKey())) {
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
        Iterator<Map.Entry<String, Seen>> all = requireNonNull(FlinkState.read(traces::iterator));
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
        List<String> ids = List.copyOf(hand.forgotten);
        hand.forgotten.clear();
        return ids;
    }

    @Override
    public long knowing(String signature) {
        return Objects.requireNonNullElse(FlinkState.read(() -> knowing.get(signature)), 0L);
    }

    @Override
    public void keepKnowing(String signature, long count) {
        FlinkState.write(() -> knowing.put(signature, count));
    }

    @Override
    public boolean areCompanions(String pair) {
        return Boolean.TRUE.equals(FlinkState.read(() -> companions.contains(pair)));
    }

    @Override
    public void keepCompanions(String pair) {
        FlinkState.write(() -> companions.put(pair, true));
    }

    @Override
    public @Nullable Seen seen(String trace) {
        return FlinkState.read(() -> traces.get(trace));
    }

    @Override
    public void keepSeen(String trace, Seen now) {
        FlinkState.write(() -> traces.put(trace, now));
    }

    @Override
    public Openings openings() {
        return Objects.requireNonNullElse(hand.openings.in(openings), Openings.NONE);
    }

    @Override
    public void keep(Openings now) {
        hand.openings.keep(now);
    }

    @Override
    public Board board() {
        return Objects.requireNonNullElse(hand.board.in(board), Board.EMPTY);
    }

    @Override
    public void keep(Board now) {
        hand.board.keep(now);
    }

    @Override
    public @Nullable OpenCase open(String id) {
        return hand.cases.computeIfAbsent(id, any -> FlinkState.read(() -> cases.get(id)));
    }

    @Override
    public void keep(OpenCase open) {
        spare();
        hand.cases.put(open.id(), open);
        hand.changedCases.add(open.id());
    }

    @Override
    public void forget(String id) {
        hand.cases.remove(id);
        hand.changedCases.remove(id);
        hand.forgotten.add(id);
        FlinkState.write(() -> cases.remove(id));
    }
}
