package id.kentongan.job.rulechange;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.rulebook.CheckedRule;
import id.kentongan.job.rulebook.CompilesRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What rules turned out to be, compiled once for all subtasks of this program. Whoever hears of a rule begins its check
 * beside the way of the alerts and takes the answer when the rule is to hold. Thread-safe.
 */
public final class Checks {
    private static final int MOST = 4_000;

    private static final ThreadPoolExecutor BESIDE = beside();

    private static final Map<String, CompletableFuture<CheckedRule>> KNOWN = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<CheckedRule>> eldest) {
            return size() > MOST;
        }
    };

    private Checks() {}

    /** Its thread ends when it is idle: it would keep the classes of a job that has ended in the cluster's memory. */
    private static ThreadPoolExecutor beside() {
        ThreadPoolExecutor beside =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "checks-rules");
                    thread.setDaemon(true);
                    return thread;
                });
        beside.allowCoreThreadTimeOut(true);
        return beside;
    }

    /** Begins the check unless it was begun before. Returns at once. */
    public static void begin(RuleRecord record) {
        var unused = known(record);
    }

    private static CompletableFuture<CheckedRule> known(RuleRecord record) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(
                    record.sha256() + record.slug() + record.state(),
                    key -> CompletableFuture.supplyAsync(() -> CompilesRules.check(record), BESIDE));
        }
    }

    /** The answer; waits for it. */
    public static CheckedRule of(RuleRecord record) {
        return known(record).join();
    }
}
