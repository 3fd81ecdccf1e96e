package id.kentongan.job.casework;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.job.anomaly.Habit;
import id.kentongan.job.anomaly.PlainRhythms;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.Signature;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.intake.Action;
import id.kentongan.job.intake.Alert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Anomaly detection and casework in one thread, without Flink: for recorded alerts, and to hold the job against. Alerts of
 * an agent must come in order of time.
 */
public final class PlainCasework {
    private final Scopes scopes;
    private final Map<String, Map<String, Habit>> habits = new HashMap<>();
    private final Map<String, Long> since = new HashMap<>();
    private final Map<String, PlainMemory> memories = new HashMap<>();
    private final TreeMap<Long, List<Contribution>> waiting = new TreeMap<>();
    private final Map<String, OpenCase> newest = new LinkedHashMap<>();
    private final PlainRhythms rhythms;
    private long passed = Long.MIN_VALUE;
    private final int casesADay;
    private Consumer<String> onOpening = id -> {};

    /** @param casesADay that anomalies may open in a scope, on the average of two weeks */
    public PlainCasework(Scopes scopes, Watch watch, int casesADay) {
        this.casesADay = casesADay;
        this.scopes = scopes;
        this.rhythms = new PlainRhythms(watch, this::take);
    }

    public PlainRhythms rhythms() {
        return rhythms;
    }

    /** Is told the id of each case when it opens. */
    public void onOpening(Consumer<String> told) {
        onOpening = told;
    }

    public void take(Alert alert) {
        if (alert.time().toEpochMilli() > passed) {
            rhythms.take(alert);
        }
        Signal signal = signal(alert);
        if (signal != null) {
            take(signal);
        }
        if (alert.action() == Action.IDS) {
            await(Contribution.of(alert, scopes), alert.time().toEpochMilli());
        }
    }

    void take(Signal signal) {
        await(Contribution.of(signal, scopes), signal.time());
    }

    /**
     * Takes a version of a finding.
     *
     * @param at event time at which it was told
     */
    public void take(Finding finding, long at) {
        await(Contribution.of(finding, scopes), at);
    }

    private void await(Contribution contribution, long at) {
        waiting.computeIfAbsent(Math.max(at, passed + 1), any -> new ArrayList<>())
                .add(contribution);
    }

    private @Nullable Signal signal(Alert alert) {
        String signature = Signature.of(alert);
        Map<String, Habit> its = habits.computeIfAbsent(alert.agent(), any -> new HashMap<>());
        Habit before = its.get(signature);
        long first = since.computeIfAbsent(alert.agent(), any -> alert.time().toEpochMilli());
        Habit.Step step = before == null ? Habit.first(alert, signature) : before.plus(alert, signature, first);
        its.put(signature, step.habit());
        return step.signal();
    }

    /** Everything up to {@code time} has come. */
    public void advanceTo(long time) {
        rhythms.advanceTo(time);
        while (!waiting.isEmpty() && waiting.firstKey() <= time) {
            Map<String, List<Contribution>> byScope = new TreeMap<>();
            Map.Entry<Long, List<Contribution>> moment = waiting.pollFirstEntry();
            for (Contribution each : moment.getValue()) {
                byScope.computeIfAbsent(each.scope(), any -> new ArrayList<>()).add(each);
            }
            byScope.forEach((scope, together) -> take(scope, together, moment.getKey()));
        }
        passed = time == Long.MAX_VALUE ? passed : Math.max(passed, time);
    }

    private void take(String scope, List<Contribution> together, long time) {
        PlainMemory memory = memories.computeIfAbsent(scope, any -> new PlainMemory());
        for (String id :
                Moment.take(new Casework(memory, casesADay), together, time).keySet()) {
            OpenCase open = memory.open(id);
            if (open != null && newest.put(id, open) == null) {
                onOpening.accept(id);
            }
        }
    }

    /** How far the risk of a case went beyond what opens one; not a number where it goes on in another or is forgotten. */
    public double timesOverLine(String id) {
        return memories.values().stream()
                .map(memory -> memory.board().card(id))
                .filter(Objects::nonNull)
                .mapToDouble(CaseCard::beyond)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Newest version of each, in order of opening, where no alert is known to be missing. */
    public List<Case> cases() {
        return newest.values().stream()
                .map(open -> WritesUpCases.writeUp(open, List.of()))
                .toList();
    }
}
