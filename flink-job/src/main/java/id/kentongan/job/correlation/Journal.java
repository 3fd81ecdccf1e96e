package id.kentongan.job.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * What a subtask must be told again after a restart: each key's alerts, as long as a rule can look back on them, in
 * keyed state. Beside it, in memory, a shelf card for each key, so that the owner finds what to forget without walking
 * over all.
 *
 * <p>When no rule looks back on them any more, they stay for the late limit, beside which late alerts are judged.
 *
 * <p>A key keeps at most {@link JournalLimits#perKey} alerts, all keys together {@link JournalLimits#together}. Where that bites, those
 * that stay for the late limit alone go first: what late alerts tell of that time is approximate then. Next the oldest
 * alerts of that key, or all of the key that ends soonest, are forgotten too early, and the key is called approximate
 * for as long as they would have mattered; of too many such keys all keys are.
 */
final class Journal {
    static final MapStateDescriptor<String, Kept> ENTRIES =
            new MapStateDescriptor<>("journal", Types.STRING, TypeInformation.of(Kept.class));
    static final ValueStateDescriptor<Long> APPROXIMATE = new ValueStateDescriptor<>("approximate-until", Types.LONG);

    private static final int WORTH_TRIMMING = 64;

    /** Sets the key that state is read and written for. */
    interface Keys {
        void set(String key);
    }

    private static final class Card extends Shelves.Card {
        private final String key;
        private int alerts;
        private int trimAt = WORTH_TRIMMING;
        private long until = Long.MIN_VALUE;
        private long approximateUntil = Long.MIN_VALUE;
        private @Nullable Shelves<Card> on;

        Card(String key) {
            this.key = key;
        }

        @Override
        long ends() {
            return Math.max(until, approximateUntil);
        }
    }

    private final MapState<String, Kept> entries;
    private final ValueState<Long> approximate;
    private final Keys keys;
    private final JournalLimits limits;
    private final Map<String, Card> cards = new HashMap<>();
    private final Shelves<Card> filled = new Shelves<>();
    private final Shelves<Card> emptied = new Shelves<>();
    private long alerts;
    private long forgottenEarly;
    private long approximateForAllUntil = Long.MIN_VALUE;

    Journal(MapState<String, Kept> entries, ValueState<Long> approximate, Keys keys, JournalLimits limits) {
        this.entries = entries;
        this.approximate = approximate;
        this.keys = keys;
        this.limits = limits;
    }

    /** What a restart brought back for one key: only its card is missing. */
    void restored(String key, Iterable<Kept> entries) {
        entries.forEach(kept -> count(key, kept.until()));
    }

    void restoredApproximate(String key, long until) {
        Card card = cards.computeIfAbsent(key, Card::new);
        card.approximateUntil = until;
        shelve(card);
    }

    /** Keeps an alert of the key that is set now. */
    void add(String key, Kept kept, long now) throws Exception {
        entries.put(kept.copy().alert().key(), kept);
        Card card = count(key, kept.until());
        if (card.alerts >= card.trimAt || card.alerts > limits.perKey()) {
            trim(card, now);
        }
        while (alerts > limits.together()) {
            forgetKeyThatEndsSoonest(now);
            keys.set(key);
        }
        while (emptied.cards() > limits.emptied()) {
            callAllApproximate();
            keys.set(key);
        }
    }

    /** What is kept of the key that is set now and was judged by this time. */
    List<EntityAlert> judged(long upTo) throws Exception {
        List<EntityAlert> judged = new ArrayList<>();
        for (Kept kept : entries.values()) {
            if (kept.copy().time() <= upTo) {
                judged.add(kept.copy());
            }
        }
        return judged;
    }

    private Card count(String key, long until) {
        Card card = cards.computeIfAbsent(key, Card::new);
        card.alerts++;
        card.until = Math.max(card.until, until);
        alerts++;
        shelve(card);
        return card;
    }

    private void shelve(Card card) {
        Shelves<Card> right = card.alerts > 0 ? filled : emptied;
        if (card.on != right) {
            if (card.on != null) {
                card.on.remove(card);
            }
            right.put(card);
            card.on = right;
        }
    }

    private void trim(Card card, long now) throws Exception {
        List<Kept> left = new ArrayList<>();
        List<String> over = new ArrayList<>();
        for (Map.Entry<String, Kept> entry : entries.entries()) {
            if (entry.getValue().keptUntil() < now) {
                over.add(entry.getKey());
            } else {
                left.add(entry.getValue());
            }
        }
        if (left.size() > limits.perKey()) {
            left.sort(Comparator.comparing((Kept kept) -> kept.until() >= now)
                    .thenComparing(Kept::copy, EntityAlert.ORDER));
            List<Kept> early = left.subList(0, left.size() - limits.perKey() * 9 / 10);
            early.forEach(kept -> over.add(kept.copy().alert().key()));
            callApproximate(card, early, now);
        }
        for (String alert : over) {
            entries.remove(alert);
        }
        alerts -= over.size();
        card.alerts -= over.size();
        shelve(card);
        card.trimAt = Math.max(WORTH_TRIMMING, 2 * card.alerts);
    }

    private void callApproximate(Card card, List<Kept> forgotten, long now) throws Exception {
        long until = Long.MIN_VALUE;
        for (Kept kept : forgotten) {
            if (kept.until() < now) {
                restoredApproximateForAll(kept.until());
            } else {
                forgottenEarly++;
                until = Math.max(until, kept.until());
            }
        }
        if (until > card.approximateUntil) {
            approximate.update(until);
            card.approximateUntil = until;
        }
    }

    /** Cards of keys that keep nothing are not kept without end either. */
    private void callAllApproximate() {
        Card card = Objects.requireNonNull(emptied.soonest(), "expected a key that keeps nothing");
        restoredApproximateForAll(card.approximateUntil);
        emptied.remove(card);
        cards.remove(card.key);
        keys.set(card.key);
        approximate.clear();
    }

    private void forgetKeyThatEndsSoonest(long now) throws Exception {
        Card card = Objects.requireNonNull(filled.soonest(), "expected a key that keeps alerts");
        keys.set(card.key);
        List<Kept> early = new ArrayList<>();
        entries.values().forEach(early::add);
        entries.clear();
        alerts -= card.alerts;
        card.alerts = 0;
        shelve(card);
        card.trimAt = WORTH_TRIMMING;
        callApproximate(card, early, now);
        if (card.approximateUntil == Long.MIN_VALUE) {
            emptied.remove(card);
            cards.remove(card.key);
        }
    }

    /** Frees every key of which nothing matters after {@code now}, not even to late alerts. */
    void forgetBefore(long now) throws Exception {
        List<Card> ended = filled.endedBefore(LateLimit.earliest(now));
        ended.addAll(emptied.endedBefore(LateLimit.earliest(now)));
        for (Card card : ended) {
            keys.set(card.key);
            entries.clear();
            approximate.clear();
            alerts -= card.alerts;
            cards.remove(card.key);
        }
    }

    /** Whether the job has forgotten alerts of this key that still matter at {@code time}. */
    boolean isApproximate(String key, long time) {
        Card card = cards.get(key);
        return approximateForAllUntil >= time || (card != null && card.approximateUntil >= time);
    }

    /** Up to this time every key may be approximate, epoch milliseconds. */
    long approximateForAllUntil() {
        return approximateForAllUntil;
    }

    void restoredApproximateForAll(long until) {
        approximateForAllUntil = Math.max(approximateForAllUntil, until);
    }

    long alerts() {
        return alerts;
    }

    int keys() {
        return cards.size();
    }

    /** Alerts forgotten too early since the start of this program. */
    long forgottenEarly() {
        return forgottenEarly;
    }
}
