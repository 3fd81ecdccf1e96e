package id.kentongan.job.correlation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cards by the minute in which they end. A card whose end moves on stays where it is until that minute comes: then it is
 * looked at and put further on. Its end never moves back.
 */
final class Shelves<C extends Shelves.Card> {
    private static final long MINUTE = 60_000;

    /** What ends at some time. */
    abstract static class Card {
        private long shelf;

        /** Epoch milliseconds. */
        abstract long ends();
    }

    private final TreeMap<Long, Set<C>> byMinute = new TreeMap<>();
    private int cards;

    void put(C card) {
        long minute = minute(card.ends());
        ((Card) card).shelf = minute;
        byMinute.computeIfAbsent(minute, any -> new LinkedHashSet<>()).add(card);
        cards++;
    }

    void remove(C card) {
        long shelf = ((Card) card).shelf;
        Set<C> there = byMinute.get(shelf);
        if (there != null && there.remove(card)) {
            cards--;
            if (there.isEmpty()) {
                byMinute.remove(shelf);
            }
        }
    }

    /** Of the cards that end in the earliest minute, the one that was put there first. */
    @Nullable
    C soonest() {
        while (!byMinute.isEmpty()) {
            C first = byMinute.firstEntry().getValue().iterator().next();
            if (minute(first.ends()) == byMinute.firstKey()) {
                return first;
            }
            remove(first);
            put(first);
        }
        return null;
    }

    /** Takes them off. */
    List<C> endedBefore(long now) {
        List<C> ended = new ArrayList<>();
        while (!byMinute.isEmpty() && byMinute.firstKey() < minute(now)) {
            for (C card : byMinute.pollFirstEntry().getValue()) {
                cards--;
                if (minute(card.ends()) < minute(now)) {
                    ended.add(card);
                } else {
                    put(card);
                }
            }
        }
        return ended;
    }

    private static long minute(long time) {
        return Math.floorDiv(time, MINUTE);
    }

    int cards() {
        return cards;
    }
}
