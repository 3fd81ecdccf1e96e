package id.kentongan.job.correlation;

import id.kentongan.job.rulechange.RuleHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judges what was gathered of late alerts, and puts it into the journal. */
final class JudgesLate {
    /**
     * What became of them.
     *
     * @param alerts how many there were
     * @param stillMatters whether one can still change what is to come
     */
    record Outcome(List<Correction> corrections, int alerts, boolean stillMatters) {}

    private final Journal.Keys keys;
    private final Journal journal;
    private final LateAlerts late;
    private final NeedsInForce needs;
    private final RuleHistory history;
    private final PausedRules paused;

    JudgesLate(
            Journal.Keys keys,
            Journal journal,
            LateAlerts late,
            NeedsInForce needs,
            RuleHistory history,
            PausedRules paused) {
        this.keys = keys;
        this.journal = journal;
        this.late = late;
        this.needs = needs;
        this.history = history;
        this.paused = paused;
    }

    /** All of them, together, as far as was judged. */
    Outcome judge(long upTo) throws Exception {
        List<EntityAlert> known = new ArrayList<>();
        List<EntityAlert> came = new ArrayList<>();
        boolean stillMatters = false;
        for (Map.Entry<String, List<EntityAlert>> ofKey : late.take(upTo).entrySet()) {
            keys.set(ofKey.getKey());
            known.addAll(journal.judged(upTo));
            for (EntityAlert copy : ofKey.getValue()) {
                came.add(copy);
                long until = copy.time() + needs.horizon(copy);
                if (until > copy.time()) {
                    journal.add(ofKey.getKey(), new Kept(copy, until), upTo);
                }
                stillMatters |= until >= upTo;
            }
            late.forgetKey();
        }
        known.sort(EntityAlert.ORDER);
        came.sort(EntityAlert.ORDER);
        return new Outcome(new JudgesAgain(history, paused).corrections(known, came, upTo), came.size(), stillMatters);
    }
}
