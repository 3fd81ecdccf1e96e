package id.kentongan.job.casework;

import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** Keeps what casework knows of the present key in Flink's state. */
final class KeyedMemory implements ScopeMemory {
    private final ValueState<ScopeTotals> totals;
    private final ValueState<Board> board;
    private final MapState<String, AgentFile> agents;
    private final MapState<String, Long> knowing;
    private final MapState<String, Boolean> companions;
    private final MapState<String, OpenCase> cases;

    KeyedMemory(RuntimeContext state) {
        totals = state.getState(new ValueStateDescriptor<>("totals", TypeInformation.of(ScopeTotals.class)));
        board = state.getState(new ValueStateDescriptor<>("board", TypeInformation.of(Board.class)));
        agents = state.getMapState(
                new MapStateDescriptor<>("agents", Types.STRING, TypeInformation.of(AgentFile.class)));
        knowing = state.getMapState(new MapStateDescriptor<>("knowing", Types.STRING, Types.LONG));
        companions = state.getMapState(new MapStateDescriptor<>("companions", Types.STRING, Types.BOOLEAN));
        cases = state.getMapState(new MapStateDescriptor<>("cases", Types.STRING, TypeInformation.of(OpenCase.class)));
    }

    @Override
    public @Nullable ScopeTotals totals() {
        return read(totals::value);
    }

    @Override
    public void keep(ScopeTotals now) {
        write(() -> totals.update(now));
    }

    @Override
    public @Nullable AgentFile agent(String agent) {
        return read(() -> agents.get(agent));
    }

    @Override
    public void keep(AgentFile file) {
        write(() -> agents.put(file.agent(), file));
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
    public Board board() {
        return Objects.requireNonNullElse(read(board::value), Board.EMPTY);
    }

    @Override
    public void keep(Board now) {
        write(() -> board.update(now));
    }

    @Override
    public @Nullable OpenCase open(String id) {
        return read(() -> cases.get(id));
    }

    @Override
    public void keep(OpenCase open) {
        write(() -> cases.put(open.id(), open));
    }

    @Override
    public void forget(String id) {
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
