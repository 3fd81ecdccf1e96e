package id.kentongan.desk.inbox;

import id.kentongan.contracts.Severity;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The inbox in numbers, for Prometheus. */
@Component
class InboxFigures {
    private final Counter received;
    private final Counter unreadable;
    private final Counter conflicts;
    private final AtomicLong lastVersionSeconds = new AtomicLong();
    private final AtomicLong lag = new AtomicLong();
    private final Map<Severity, AtomicLong> held = new EnumMap<>(Severity.class);

    InboxFigures(MeterRegistry registry) {
        received = Counter.builder("kentongan.desk.cases.received")
                .description("Versions of cases read from the topic, also those already held")
                .register(registry);
        unreadable = Counter.builder("kentongan.desk.inbox.unreadable")
                .description("Records that are no case, kept in inbox_refused")
                .register(registry);
        conflicts = Counter.builder("kentongan.desk.inbox.conflicts")
                .description("Cases that came again in the same version with other content")
                .register(registry);
        Gauge.builder("kentongan.desk.inbox.last.version.timestamp", lastVersionSeconds, AtomicLong::doubleValue)
                .description("When the last version of a case was taken")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("kentongan.desk.inbox.lag", lag, AtomicLong::doubleValue)
                .description("Records of the topic that are not read yet")
                .baseUnit("records")
                .register(registry);
        for (Severity severity : Severity.values()) {
            AtomicLong count = new AtomicLong();
            held.put(severity, count);
            Gauge.builder("kentongan.desk.cases", count, AtomicLong::doubleValue)
                    .description("Cases that the desk holds")
                    .tag("severity", severity.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    void received(Instant now) {
        received.increment();
        lastVersionSeconds.set(now.getEpochSecond());
    }

    void unreadable() {
        unreadable.increment();
    }

    void conflict() {
        conflicts.increment();
    }

    void lag(long records) {
        lag.set(records);
    }

    void countHeld(Map<Severity, Long> bySeverity) {
        held.forEach((severity, count) -> count.set(bySeverity.getOrDefault(severity, 0L)));
    }
}
