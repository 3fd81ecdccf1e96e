package id.kentongan.desk.inbox;

import id.kentongan.contracts.RuleStatus;
import id.kentongan.desk.rules.RuleStandings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes how rules stand; an emptied key is a rule that is gone. */
@Component
class StandingReception implements KeepsReading.Reception {
    private static final Logger LOG = LoggerFactory.getLogger(StandingReception.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final RuleStandings standings;
    private final RefusedRecords refused;
    private final Positions positions;
    private final SideFigures figures;
    private final Clock clock;
    private final TransactionTemplate wholeBatch;

    StandingReception(
            RuleStandings standings,
            RefusedRecords refused,
            Positions positions,
            SideFigures figures,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.standings = standings;
        this.refused = refused;
        this.positions = positions;
        this.figures = figures;
        this.clock = clock;
        this.wholeBatch = new TransactionTemplate(transactions);
    }

    @Override
    public void take(String topicId, List<Incoming> batch, Map<Integer, Long> nextOffsets) {
        Long wrong = wholeBatch.execute(status -> {
            positions.moveTo(batch.get(0).topic(), topicId, nextOffsets);
            return batch.stream().filter(incoming -> !taken(incoming)).count();
        });
        long refusals = wrong == null ? 0 : wrong;
        figures.count("rule-status", batch.size() - refusals, refusals);
    }

    private boolean taken(Incoming incoming) {
        String slug = incoming.key();
        if (slug == null || slug.isBlank() || slug.length() > Arrival.LONGEST_ID) {
            return refuse(incoming, "bad-id", "expected a rule's slug as key");
        }
        byte[] value = incoming.value();
        if (value == null || value.length == 0) {
            standings.forget(slug);
            return true;
        }
        try {
            @Nullable RuleStatus told = JSON.readValue(value, RuleStatus.class);
            if (told == null || !told.slug().equals(slug)) {
                return refuse(incoming, "key-is-not-the-id", "the topic would not keep the newest per rule");
            }
            standings.take(told);
            return true;
        } catch (JacksonException fault) {
            return refuse(incoming, "not-a-rule-status", fault.getOriginalMessage());
        }
    }

    private boolean refuse(Incoming incoming, String reason, String detail) {
        LOG.error("Record {} is no rule's status ({}: {}); kept in inbox_refused", incoming.place(), reason, detail);
        refused.keep(incoming, new Arrival.Unreadable(reason, detail), clock.instant());
        return false;
    }
}
