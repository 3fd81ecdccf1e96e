package id.kentongan.job.casework;

import org.jspecify.annotations.Nullable;

/** Where casework keeps what it knows of one scope: Flink's state in the job, maps elsewhere. Called by one thread. */
interface ScopeMemory {
    @Nullable
    ScopeTotals totals();

    void keep(ScopeTotals totals);

    @Nullable
    AgentFile agent(String agent);

    void keep(AgentFile file);

    /** How many agents have fired the signature. */
    long knowing(String signature);

    void keepKnowing(String signature, long agents);

    boolean areCompanions(String pair);

    void keepCompanions(String pair);

    @Nullable
    Seen seen(String trace);

    void keepSeen(String trace, Seen now);

    Board board();

    void keep(Board board);

    @Nullable
    OpenCase open(String id);

    void keep(OpenCase open);

    void forget(String id);
}
