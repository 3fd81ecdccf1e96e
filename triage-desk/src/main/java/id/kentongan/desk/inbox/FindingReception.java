package id.kentongan.desk.inbox;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingException;
import id.kentongan.contracts.FindingMark;
import id.kentongan.desk.exceptions.Coverage;
import id.kentongan.desk.findings.FindingShelf;
import id.kentongan.desk.findings.HeldFinding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a batch of findings and the new place in the topic, all or nothing. */
@Component
class FindingReception implements KeepsReading.Reception {
    private static final Logger LOG = LoggerFactory.getLogger(FindingReception.class);
    private static final Duration BETWEEN_TRIMS = Duration.ofMinutes(1);

    private final FindingShelf shelf;
    private final Coverage coverage;
    private final RefusedRecords refused;
    private final Positions positions;
    private final SideFigures figures;
    private final Clock clock;
    private final TransactionTemplate wholeBatch;
    private Instant nextTrim = Instant.MIN;

    FindingReception(
            FindingShelf shelf,
            Coverage coverage,
            RefusedRecords refused,
            Positions positions,
            SideFigures figures,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.shelf = shelf;
        this.coverage = coverage;
        this.refused = refused;
        this.positions = positions;
        this.figures = figures;
        this.clock = clock;
        this.wholeBatch = new TransactionTemplate(transactions);
    }

    @Override
    public void take(String topicId, List<Incoming> batch, Map<Integer, Long> nextOffsets) {
        List<HeldFinding> readable = new ArrayList<>();
        wholeBatch.executeWithoutResult(status -> {
            List<FindingException> decided = coverage.decided();
            batch.forEach(incoming -> {
                FindingArrival arrival = FindingArrival.of(incoming);
                Finding content = arrival.content();
                if (content != null) {
                    readable.add(new HeldFinding(content, covering(content, decided)));
                } else if (arrival.refused() != null) {
                    refuse(incoming, arrival.refused());
                }
            });
            shelf.take(readable);
            positions.moveTo(batch.get(0).topic(), topicId, nextOffsets);
        });
        figures.count("finding", readable.size(), batch.size() - readable.size());
    }

    /** The job says that something covers it; the function that it asked says what. */
    private static List<String> covering(Finding finding, List<FindingException> decided) {
        boolean told = finding.marks().contains(FindingMark.EXCEPTED)
                && !finding.marks().contains(FindingMark.WITHDRAWN);
        return decided.stream()
                .filter(exception -> told && exception.covers(finding))
                .map(FindingException::id)
                .toList();
    }

    private void refuse(Incoming incoming, Arrival.Unreadable why) {
        LOG.error(
                "Record {} is not a finding ({}: {}); kept in inbox_refused",
                incoming.place(),
                why.reason(),
                why.detail());
        refused.keep(incoming, why, clock.instant());
    }

    @Override
    public void rest() {
        Instant now = clock.instant();
        if (!now.isBefore(nextTrim)) {
            shelf.trim(now);
            nextTrim = now.plus(BETWEEN_TRIMS);
        }
    }
}
