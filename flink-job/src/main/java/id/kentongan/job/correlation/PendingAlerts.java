package id.kentongan.job.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What is judged in turn, and what a fresh runtime must be told of it. */
final class PendingAlerts implements JudgesThroughChanges.Alerts {
    /** All that the journal keeps, of every key. */
    interface AllKept {
        void forEach(Consumer<Kept> visit) throws Exception;
    }

    private final NearlyInOrder<Kept> pending =
            new NearlyInOrder<>(Comparator.comparing(Kept::copy, EntityAlert.ORDER));
    private final InWindows windows = new InWindows();
    private final AllKept kept;
    private final Runnable afterEach;

    /** @param afterEach called whenever the runtime may have matched */
    PendingAlerts(AllKept kept, Runnable afterEach) {
        this.kept = kept;
        this.afterEach = afterEach;
    }

    void add(Kept alert) {
        pending.add(alert);
    }

    @Override
    public void judge(RulesAtWork work, long upTo) {
        Kept next = pending.peek();
        while (next != null && next.copy().time() <= upTo) {
            windows.add(next.until());
            work.judge(pending.remove().copy());
            afterEach.run();
            next = pending.peek();
        }
        if (upTo != Long.MAX_VALUE) {
            work.advanceTo(upTo);
            afterEach.run();
        }
    }

    @Override
    public List<EntityAlert> judged(long upTo) throws Exception {
        List<EntityAlert> judged = new ArrayList<>();
        windows.clear();
        kept.forEach(each -> {
            if (each.copy().time() <= upTo && each.until() >= upTo) {
                windows.add(each.until());
                judged.add(each.copy());
            }
        });
        judged.sort(EntityAlert.ORDER);
        return judged;
    }

    /** Alerts in the windows of the runtime at work. */
    long inWindows() {
        return windows.alerts();
    }

    void forgetBefore(long now) {
        windows.forgetBefore(now);
    }
}
