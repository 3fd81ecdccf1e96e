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

    /**
     * Forgets agents that were not heard of for long, and of the others what no case would show any more.
     *
     * @return how many agents
     */
    int forgetAgents(long time);

    /**
     * Forgets addresses, accounts, files and processes that were not seen for {@link Seen#FORGOTTEN}.
     *
     * @return how many
     */
    int forgetTraces(long time);

    /** How many agents have fired the signature. */
    long knowing(String signature);

    void keepKnowing(String signature, long agents);

    boolean areCompanions(String pair);

    void keepCompanions(String pair);

    @Nullable
    Seen seen(String trace);

    void keepSeen(String trace, Seen now);

    /** What anomalies opened lately. */
    Openings openings();

    void keep(Openings openings);

    Board board();

    void keep(Board board);

    @Nullable
    OpenCase open(String id);

    void keep(OpenCase open);

    void forget(String id);
}
