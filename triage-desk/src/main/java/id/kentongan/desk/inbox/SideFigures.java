package id.kentongan.desk.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What was read besides cases, in numbers, for Prometheus. */
@Component
class SideFigures {
    private final MeterRegistry registry;

    SideFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(String kind, long received, long refused) {
        registry.counter("kentongan.desk.told.received", "kind", kind).increment((double) received);
        registry.counter("kentongan.desk.told.refused", "kind", kind).increment((double) refused);
    }
}
