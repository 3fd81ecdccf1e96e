package id.kentongan.job.anomaly;

import org.jspecify.annotations.Nullable;

/** Where the rhythm of one agent is kept. Called by one thread. */
interface RhythmMemory {
    @Nullable
    Pulse pulse();

    void keep(Pulse pulse);

    @Nullable
    Usual usual(int hourOfWeek);

    void keep(int hourOfWeek, Usual usual);

    /** Of one account; empty where an alert names none. */
    @Nullable
    Nights nights(String account);

    /** Beyond {@link Rhythms#MOST_ACCOUNTS} a new one is not kept. */
    void keep(String account, Nights nights);

    @Nullable
    Beat beat(String what);

    /** Beyond {@link Rhythms#MOST_BEATS} a new one is not kept. */
    void keep(String what, Beat beat);
}
