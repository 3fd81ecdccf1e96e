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
    void keep(String account, Nights nights, boolean isNew);

    @Nullable
    Beat beat(String what);

    /** Beyond {@link Rhythms#MOST_BEATS} a new one is not kept. */
    void keep(String what, Beat beat, boolean isNew);

    @Nullable
    Tally tally(String name);

    /** Beyond {@link Rates#MOST_NAMES} a new one is not kept. */
    void keep(String name, Tally tally, boolean isNew);

    @Nullable
    Usual usual(String name, int hourOfWeek);

    /** Of a name that is kept. */
    void keep(String name, int hourOfWeek, Usual usual);

    @Nullable
    Mix mix();

    void keep(Mix mix);

    /** A young one where none is kept yet. */
    Forest forest();

    void keep(Forest forest);
}
