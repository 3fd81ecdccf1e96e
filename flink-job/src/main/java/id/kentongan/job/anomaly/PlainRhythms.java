package id.kentongan.job.anomaly;

import id.kentongan.contracts.Finding;
import id.kentongan.job.intake.Alert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Watches the rhythm of agents in one thread, without Flink. Nothing is forgotten. */
public final class PlainRhythms {
    private final Rhythms rhythms;
    private final Watch watch;
    private final BiConsumer<Finding, Long> told;
    private final Map<String, Memory> memories = new HashMap<>();
    private final TreeMap<Long, TreeSet<String>> checks = new TreeMap<>();
    private final Map<String, Long> inShadow = new TreeMap<>();

    /** @param told hears each finding of a detector that is not in shadow, and when it was found */
    public PlainRhythms(Watch watch, BiConsumer<Finding, Long> told) {
        this.watch = watch;
        this.rhythms = new Rhythms(watch);
        this.told = told;
    }

    public void take(Alert alert) {
        long time = alert.time().toEpochMilli();
        Memory memory = memories.computeIfAbsent(alert.agent(), any -> new Memory());
        rhythms.take(alert, memory).forEach(found -> tell(found, time));
        Pulse pulse = Objects.requireNonNull(memory.pulse);
        if (pulse.checkAt() <= time) {
            check(alert.agent(), memory, pulse, time);
        }
    }

    private void check(String agent, Memory memory, Pulse pulse, long time) {
        long at = Rhythms.nextCheck(pulse, time);
        checks.computeIfAbsent(at, any -> new TreeSet<>()).add(agent);
        memory.keep(pulse.checkedAt(at));
    }

    /** Everything up to {@code time} has come. That a recording ends is no silence. */
    public void advanceTo(long time) {
        while (time < Long.MAX_VALUE && !checks.isEmpty() && checks.firstKey() <= time) {
            Map.Entry<Long, TreeSet<String>> due = checks.pollFirstEntry();
            for (String agent : due.getValue()) {
                Memory memory = Objects.requireNonNull(memories.get(agent));
                Finding found = rhythms.passes(due.getKey(), memory);
                Pulse pulse = Objects.requireNonNull(memory.pulse);
                if (found != null) {
                    tell(found, due.getKey());
                } else if (Rhythms.isListenedFor(pulse)) {
                    check(agent, memory, pulse, due.getKey());
                }
            }
        }
    }

    private void tell(Finding found, long at) {
        if (watch.isInShadow(found.ruleId())) {
            inShadow.merge(found.ruleId(), 1L, Long::sum);
        } else {
            told.accept(found, at);
        }
    }

    /** How often each detector that is in shadow found something. */
    public Map<String, Long> inShadow() {
        return new TreeMap<>(inShadow);
    }

    /** Agents of which so many days are known, at least. */
    public long known(long time, int days) {
        return memories.values().stream()
                .map(memory -> Objects.requireNonNull(memory.pulse))
                .filter(pulse -> time - pulse.since() >= days * Rhythms.DAY)
                .count();
    }

    public List<String> agents() {
        return new ArrayList<>(memories.keySet());
    }

    private static final class Memory implements RhythmMemory {
        private @Nullable Pulse pulse;
        private final Map<Integer, Usual> usual = new HashMap<>();
        private final Map<String, Beat> beats = new HashMap<>();
        private final Map<String, Nights> nights = new HashMap<>();
        private final Map<String, Tally> tallies = new HashMap<>();
        private final Map<String, Usual> usualOfNames = new HashMap<>();
        private @Nullable Mix mix;
        private @Nullable Forest forest;

        @Override
        public @Nullable Pulse pulse() {
            return pulse;
        }

        @Override
        public void keep(Pulse now) {
            pulse = now;
        }

        @Override
        public @Nullable Usual usual(int hourOfWeek) {
            return usual.get(hourOfWeek);
        }

        @Override
        public void keep(int hourOfWeek, Usual now) {
            usual.put(hourOfWeek, now);
        }

        @Override
        public @Nullable Nights nights(String account) {
            return nights.get(account);
        }

        @Override
        public void keep(String account, Nights now, boolean isNew) {
            keep(nights, Rhythms.MOST_ACCOUNTS, account, now, isNew);
        }

        @Override
        public @Nullable Beat beat(String what) {
            return beats.get(what);
        }

        @Override
        public void keep(String what, Beat beat, boolean isNew) {
            keep(beats, Rhythms.MOST_BEATS, what, beat, isNew);
        }

        @Override
        public @Nullable Tally tally(String name) {
            return tallies.get(name);
        }

        @Override
        public void keep(String name, Tally tally, boolean isNew) {
            keep(tallies, Rates.MOST_NAMES, name, tally, isNew);
        }

        @Override
        public @Nullable Usual usual(String name, int hourOfWeek) {
            return usualOfNames.get(hourOfWeek + "|" + name);
        }

        @Override
        public void keep(String name, int hourOfWeek, Usual now) {
            usualOfNames.put(hourOfWeek + "|" + name, now);
        }

        @Override
        public @Nullable Mix mix() {
            return mix;
        }

        @Override
        public void keep(Mix now) {
            mix = now;
        }

        @Override
        public Forest forest() {
            Forest known = forest;
            return known == null ? Forest.planted() : known;
        }

        @Override
        public void keep(Forest now) {
            forest = now;
        }

        private static <T> void keep(Map<String, T> all, int most, String name, T now, boolean isNew) {
            if (!isNew || all.size() < most) {
                all.put(name, now);
            }
        }
    }
}
