package id.kentongan.desk.inbox;

import id.kentongan.desk.health.RejectedBook;
import id.kentongan.desk.health.RejectedLine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts what forwarder and job refused, and keeps the beginnings of the latest. Nothing of it is read further. */
@Component
class RejectedReception implements KeepsReading.Reception {
    private static final int EXCERPT_BYTES = 600;

    private final RejectedBook book;
    private final Positions positions;
    private final SideFigures figures;
    private final Clock clock;
    private final TransactionTemplate wholeBatch;

    RejectedReception(
            RejectedBook book,
            Positions positions,
            SideFigures figures,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.book = book;
        this.positions = positions;
        this.figures = figures;
        this.clock = clock;
        this.wholeBatch = new TransactionTemplate(transactions);
    }

    @Override
    public void take(String topicId, List<Incoming> batch, Map<Integer, Long> nextOffsets) {
        wholeBatch.executeWithoutResult(status -> {
            positions.moveTo(batch.get(0).topic(), topicId, nextOffsets);
            batch.stream().map(this::line).forEach(book::take);
        });
        figures.count("rejected", batch.size(), 0);
    }

    @Override
    public void rest() {
        book.trim();
    }

    private RejectedLine line(Incoming incoming) {
        Marks marks = incoming.marks();
        byte[] value = incoming.value();
        int length = value == null ? 0 : Math.min(EXCERPT_BYTES, value.length);
        boolean possible = !marks.at().isBefore(Arrival.EARLIEST) && !marks.at().isAfter(Arrival.LATEST);
        return new RejectedLine(
                possible ? marks.at() : clock.instant(),
                marks.source(),
                marks.reason(),
                marks.where(),
                value == null ? "" : new String(value, 0, length, StandardCharsets.UTF_8),
                marks.firstPiece());
    }
}
