package id.kentongan.allinone.instance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Processes of an {@code up} that was killed before it could stop them. Ours for certain: number, start and boot all
 * equal what that {@code up} wrote down.
 */
public final class Leftovers {
    private static final int SECONDS_TO_STOP = 20;

    private final PartRecords records;

    public Leftovers(PartRecords records) {
        this.records = records;
    }

    public List<PartRecord> alive() {
        return records.parts().stream().filter(it -> it.process().isAlive()).toList();
    }

    /** Ends them, the highest rank first, and forgets every record. May take {@value #SECONDS_TO_STOP} s for each. */
    public void end(Consumer<String> told) throws InterruptedException {
        List<PartRecord> highestFirst = new ArrayList<>(alive());
        Collections.reverse(highestFirst);
        for (PartRecord left : highestFirst) {
            told.accept("Ending " + left.part() + " (process " + left.process().pid()
                    + "), left over from an earlier run that was killed.");
            left.process().signal(left.stopSignal());
            if (!left.process().awaitEnd(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                told.accept(left.part() + " did not stop within " + SECONDS_TO_STOP + " s: killed.");
                left.process().signal("KILL");
                left.process().awaitEnd(SECONDS_TO_STOP, TimeUnit.SECONDS);
            }
        }
        records.parts().forEach(it -> records.remove(it.part()));
    }
}
