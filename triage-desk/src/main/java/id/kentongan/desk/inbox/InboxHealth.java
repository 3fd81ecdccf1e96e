package id.kentongan.desk.inbox;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the inbox gets at Kafka and PostgreSQL. Tells the log when that changes, not more often. Safe for threads. */
@Component
class InboxHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(InboxHealth.class);

    private final Clock clock;
    private @Nullable String trouble = "not connected yet";
    private Instant since;

    InboxHealth(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    synchronized void away(RuntimeException fault) {
        String told = String.valueOf(fault.getMessage());
        if (trouble == null || trouble.equals("not connected yet")) {
            LOG.warn("The inbox takes no cases and keeps trying: {}", told);
            since = clock.instant();
        }
        trouble = told;
    }

    synchronized void well() {
        if (trouble != null) {
            LOG.info("The inbox takes cases");
            since = clock.instant();
        }
        trouble = null;
    }

    @Override
    public synchronized Health health() {
        Health.Builder health = trouble == null ? Health.up() : Health.down().withDetail("trouble", trouble);
        return health.withDetail("since", since.toString()).build();
    }
}
