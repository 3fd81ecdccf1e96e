package id.kentongan.job.quality;

import id.kentongan.job.anomaly.Signature;
import id.kentongan.job.intake.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The alerts of a stream as scoring and the baselines need them. */
final class Witnessed {
    /**
     * An alert.
     *
     * @param time event time, epoch milliseconds
     */
    record Seen(long time, String agent, String signature, String id) {}

    private final List<Seen> alerts = new ArrayList<>();
    private final Map<String, Long> times = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    void see(Alert alert) {
        long time = alert.time().toEpochMilli();
        alerts.add(new Seen(time, shared(alert.agentId()), shared(Signature.of(alert)), alert.id()));
        times.put(alert.id(), time);
    }

    private String shared(String text) {
        return texts.computeIfAbsent(text, any -> any);
    }

    List<Seen> inOrder() {
        alerts.sort(Comparator.comparingLong(Seen::time));
        return alerts;
    }

    long time(String id) {
        return times.getOrDefault(id, 0L);
    }
}
