package id.kentongan.desk.figures;

import id.kentongan.desk.figures.Measures.Measure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The team's work in numbers, for Prometheus: measured every thirty seconds, however often it asks. */
@Component
class Gauges {
    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
    private static final long EVERY_MILLIS = 30_000;

    private final Measures measures;
    private volatile Map<Measure, Double> measured = Map.of();

    Gauges(Measures measures, MeterRegistry registry) {
        this.measures = measures;
        for (Measure one : Measures.ALL) {
            Gauge.builder("kentongan.desk." + one.figure().metric(), () -> measured.getOrDefault(one, Double.NaN))
                    .description(one.figure().what())
                    .baseUnit(one.figure().unit())
                    .tags(tags(one))
                    .register(registry);
        }
    }

    private static Tags tags(Measure one) {
        return one.state().isEmpty()
                ? Tags.of(one.figure().label(), one.of())
                : Tags.of(one.figure().label(), one.of(), "state", one.state());
    }

    /** What cannot be measured is not a number until it can. */
    @Scheduled(initialDelay = 1_000, fixedDelay = EVERY_MILLIS)
    void measure() {
        try {
            measured = measures.take();
        } catch (DataAccessException away) {
            measured = Map.of();
            LOG.debug("no figures for now: {}", away.getMessage());
        }
    }
}
