package id.kentongan.job.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@link KeyedMemory} read or changed of one scope, and has not written yet. */
final class AtHand {
    final Map<String, AgentFile> agents = new HashMap<>();
    final Map<String, OpenCase> cases = new HashMap<>();
    final Set<String> changedAgents = new HashSet<>();
    final Set<String> changedCases = new HashSet<>();
    final List<String> forgotten = new ArrayList<>();

    final Held<ScopeTotals> totals = new Held<>();
    final Held<Board> board = new Held<>();
    final Held<Openings> openings = new Held<>();
}
