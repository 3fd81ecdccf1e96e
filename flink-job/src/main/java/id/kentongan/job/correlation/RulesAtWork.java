package id.kentongan.job.correlation;

import id.kentongan.contracts.RuleStanding;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.job.rulechange.RuleHistory.Version;
import id.kentongan.job.settings.RuleBudgets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The runtime with the rules in force, and what to do when others are to be. A rule whose statements break down
 * {@value #FAULTS} times, or that goes beyond its {@link RuleBudgets}, is stopped; the others go on.
 */
final class RulesAtWork implements AutoCloseable, RuleRuntime.Listener {
    static final int FAULTS = 10;
    private static final int ONE_KEY_IN = 1_024;
    /** Alerts and steps of time between two looks at the clock. */
    private static final int LOOK_EVERY = 32;

    private static final Logger LOG = LogManager.getLogger(RulesAtWork.class);
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final Consumer<Match> matched;
    private final PausedRules paused;
    private final Consumer<RuleStatus> tell;
    private final RuleBudgets budgets;
    private final KeysOfRules keys;
    private final CpuOfRules cpu;
    private final Map<String, Integer> faultsOf = new HashMap<>();
    private final Map<String, long[]> matchesOf = new HashMap<>();
    private final Map<Version, String> toPause = new LinkedHashMap<>();
    private Map<String, Version> inForce = new TreeMap<>();
    private RuleRuntime runtime = new RuleRuntime(this);
    private long faults;
    private int unlooked;

    RulesAtWork(Consumer<Match> matched, PausedRules paused, Consumer<RuleStatus> tell, RuleBudgets budgets) {
        this(matched, paused, tell, budgets, System::nanoTime);
    }

    /** @param nanoTime by which shares of a core are reckoned */
    RulesAtWork(
            Consumer<Match> matched,
            PausedRules paused,
            Consumer<RuleStatus> tell,
            RuleBudgets budgets,
            LongSupplier nanoTime) {
        this.matched = matched;
        this.paused = paused;
        this.tell = tell;
        this.budgets = budgets;
        this.keys = new KeysOfRules(budgets.keysAnHour(), ONE_KEY_IN);
        this.cpu = new CpuOfRules(budgets.cpuPercent(), nanoTime);
    }

    /** Whether some of these rules, new or with another text, look back on alerts from before {@code from}. */
    boolean needsHistory(List<Version> next, long from) {
        return next.stream()
                .anyMatch(version -> !isAtWork(version)
                        && version.dated().historyFrom() < from
                        && !version.rule().horizon().isZero());
    }

    private boolean isAtWork(Version version) {
        Version now = inForce.get(version.rule().slug());
        return now != null && now.rule().sha256().equals(version.rule().sha256());
    }

    /** A fresh runtime, told silently what was judged, each rule from where its history begins. */
    void startAnew(List<Version> next, List<EntityAlert> judged, long upTo) {
        runtime.close();
        runtime = new RuleRuntime(this);
        inForce = new TreeMap<>();
        cpu.startAnew();
        runtime.silent(true);
        List<Version> byHistory = next.stream()
                .sorted(Comparator.comparingLong(version -> version.dated().historyFrom()))
                .toList();
        int deployed = 0;
        for (EntityAlert alert : judged) {
            while (deployed < byHistory.size()
                    && byHistory.get(deployed).dated().historyFrom() <= alert.time()) {
                deploy(byHistory.get(deployed++));
            }
            runtime.judge(alert);
        }
        if (upTo != Long.MIN_VALUE && upTo != Long.MAX_VALUE) {
            runtime.advanceTo(upTo);
        }
        byHistory.subList(deployed, byHistory.size()).forEach(this::deploy);
        runtime.silent(false);
    }

    /** Others hold from now on, and none of them looks back. */
    void change(List<Version> next) {
        Map<String, Version> wanted = new TreeMap<>();
        next.forEach(version -> wanted.put(version.rule().slug(), version));
        for (Version old : List.copyOf(inForce.values())) {
            Version now = wanted.get(old.rule().slug());
            if (now == null || !now.rule().sha256().equals(old.rule().sha256())) {
                runtime.undeploy(old.rule().slug());
                inForce.remove(old.rule().slug());
            }
        }
        for (Version version : wanted.values()) {
            if (isAtWork(version)) {
                runtime.relabel(version);
                inForce.put(version.rule().slug(), version);
            } else {
                deploy(version);
            }
        }
    }

    private void deploy(Version version) {
        if (!paused.contains(version.rule().sha256())) {
            runtime.deploy(version);
            inForce.put(version.rule().slug(), version);
        }
    }

    void judge(EntityAlert alert) {
        runtime.judge(alert);
        keys.beyond(alert, inForce.values())
                .forEach(version -> toPause.put(
                        version,
                        "it looks at more than " + budgets.keysAnHour()
                                + " entities in an hour: let it look at fewer alerts"));
        lookAtCpu();
        pauseWhatWentTooFar();
    }

    private void lookAtCpu() {
        if (++unlooked < LOOK_EVERY) {
            return;
        }
        unlooked = 0;
        for (CpuOfRules.Beyond beyond : cpu.beyond(runtime)) {
            Version version = inForce.get(beyond.slug());
            if (version != null) {
                toPause.put(
                        version,
                        "it took more than " + budgets.cpuPercent() + " % of a core over a minute, at last "
                                + beyond.percent() + " %: make it narrower, or its windows shorter");
            }
        }
    }

    void advanceTo(long time) {
        runtime.advanceTo(time);
        lookAtCpu();
        pauseWhatWentTooFar();
    }

    @Override
    public void matched(Match match) {
        matched.accept(match);
        long hour = match.time().toEpochMilli() / HOUR;
        long[] count = matchesOf.computeIfAbsent(match.rule().slug(), slug -> new long[2]);
        count[1] = count[0] == hour ? count[1] + 1 : 1;
        count[0] = hour;
        Version version = inForce.get(match.rule().slug());
        if (count[1] > budgets.matchesAnHour() && version != null) {
            toPause.put(
                    version, "it matched more than " + budgets.matchesAnHour() + " times in an hour: make it narrower");
        }
    }

    @Override
    public void brokeDown(Version version, Throwable why) {
        faults++;
        String slug = version.rule().slug();
        LOG.warn("rule {} broke down at an alert, which is lost to this rule alone", slug, why);
        if (faultsOf.merge(version.rule().sha256(), 1, Integer::sum) >= FAULTS) {
            toPause.put(version, "its statements broke down " + FAULTS + " times, the last time by " + why);
        }
    }

    private void pauseWhatWentTooFar() {
        toPause.forEach((version, why) -> {
            String slug = version.rule().slug();
            if (paused.add(version.rule().sha256())) {
                LOG.error("rule {} is paused: {}", slug, why);
                runtime.undeploy(slug);
                inForce.remove(slug);
                tell.accept(
                        new RuleStatus(slug, version.rule().sha256(), RuleStanding.PAUSED, List.of(why), null, null));
            }
        });
        toPause.clear();
    }

    int rules() {
        return inForce.size();
    }

    /** Statements that threw since the start of this program. */
    long faults() {
        return faults;
    }

    @Override
    public void close() {
        runtime.close();
    }
}
