package id.kentongan.job.casework;

import java.util.Map;
import java.util.TreeMap;

/** A {@link CaseCard} of which some fields are about to change. */
final class CardDraft {
    private final String id;
    private final long opened;
    long last;
    long lastSignal;
    long lastFinding;
    double bits;
    long at;
    double peak;
    double sleptAt;
    long woke;
    double beyond;
    final Map<String, Linked.Part> agents;
    final Map<String, Long> signatures;
    Map<String, Long> traces;

    CardDraft(CaseCard card) {
        id = card.id();
        opened = card.opened();
        last = card.last();
        lastSignal = card.lastSignal();
        lastFinding = card.lastFinding();
        bits = card.bits();
        at = card.at();
        peak = card.peak();
        sleptAt = card.sleptAt();
        woke = card.woke();
        beyond = card.beyond();
        agents = new TreeMap<>(card.agents());
        signatures = new TreeMap<>(card.signatures());
        traces = card.traces();
    }

    CaseCard written() {
        return new CaseCard(
                id,
                opened,
                last,
                lastSignal,
                lastFinding,
                bits,
                at,
                peak,
                sleptAt,
                woke,
                beyond,
                agents,
                signatures,
                traces);
    }
}
