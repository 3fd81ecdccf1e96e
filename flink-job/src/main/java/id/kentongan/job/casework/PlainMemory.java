package id.kentongan.job.casework;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what casework knows in maps: for a run without Flink. */
final class PlainMemory implements ScopeMemory {
    private final Map<String, AgentFile> agents = new HashMap<>();
    private final Map<String, Long> knowing = new HashMap<>();
    private final Set<String> companions = new HashSet<>();
    private final Map<String, Seen> traces = new HashMap<>();
    private final Map<String, OpenCase> cases = new HashMap<>();
    private @Nullable ScopeTotals totals;
    private Board board = Board.EMPTY;
    private Openings openings = Openings.NONE;

    @Override
    public @Nullable ScopeTotals totals() {
        return totals;
    }

    @Override
    public void keep(ScopeTotals now) {
        totals = now;
    }

    @Override
    public @Nullable AgentFile agent(String agent) {
        return agents.get(agent);
    }

    @Override
    public void keep(AgentFile file) {
        agents.put(file.agent(), file);
    }

    @Override
    public int forgetAgents(long time) {
        int before = agents.size();
        agents.values().removeIf(file -> file.isForgotten(time));
        agents.replaceAll((agent, file) -> file.pruned(time));
        return before - agents.size();
    }

    @Override
    public int forgetTraces(long time) {
        int before = traces.size();
        traces.values().removeIf(seen -> time - seen.last() > Seen.FORGOTTEN);
        return before - traces.size();
    }

    int cases() {
        return cases.size();
    }

    int agents() {
        return agents.size();
    }

    @Override
    public long knowing(String signature) {
        return knowing.getOrDefault(signature, 0L);
    }

    @Override
    public void keepKnowing(String signature, long count) {
        knowing.put(signature, count);
    }

    @Override
    public boolean areCompanions(String pair) {
        return companions.contains(pair);
    }

    @Override
    public void keepCompanions(String pair) {
        companions.add(pair);
    }

    @Override
    public @Nullable Seen seen(String trace) {
        return traces.get(trace);
    }

    @Override
    public void keepSeen(String trace, Seen now) {
        traces.put(trace, now);
    }

    @Override
    public Openings openings() {
        return openings;
    }

    @Override
    public void keep(Openings now) {
        openings = now;
    }

    @Override
    public Board board() {
        return board;
    }

    @Override
    public void keep(Board now) {
        board = now;
    }

    @Override
    public @Nullable OpenCase open(String id) {
        return cases.get(id);
    }

    @Override
    public void keep(OpenCase open) {
        cases.put(open.id(), open);
    }

    @Override
    public void forget(String id) {
        cases.remove(id);
    }
}
