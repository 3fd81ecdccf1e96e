package id.kentongan.desk.inbox;

import id.kentongan.desk.health.GapBook;
import id.kentongan.desk.shelf.CaseShelf;
import id.kentongan.desk.shelf.CaseShelf.Taken;
import id.kentongan.desk.telling.Telling;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a batch of records and the new place in the topic, all or nothing. */
@Component
class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final CaseShelf shelf;
    private final Telling telling;
    private final GapBook gaps;
    private final RefusedRecords refused;
    private final Positions positions;
    private final InboxFigures figures;
    private final Clock clock;
    private final TransactionTemplate wholeBatch;
    private final TransactionTemplate oneRecord;

    Reception(
            CaseShelf shelf,
            Telling telling,
            GapBook gaps,
            RefusedRecords refused,
            Positions positions,
            InboxFigures figures,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.shelf = shelf;
        this.telling = telling;
        this.gaps = gaps;
        this.refused = refused;
        this.positions = positions;
        this.figures = figures;
        this.clock = clock;
        this.wholeBatch = new TransactionTemplate(transactions);
        this.oneRecord = new TransactionTemplate(transactions);
        this.oneRecord.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Counts only what was committed. */
    void take(String topicId, List<Incoming> batch, Map<Integer, Long> nextOffsets) {
        List<Consumer<InboxFigures>> counts = new ArrayList<>();
        Instant now = clock.instant();
        wholeBatch.executeWithoutResult(status -> {
            batch.forEach(incoming -> counts.add(take(incoming, now)));
            positions.moveTo(batch.get(0).topic(), topicId, nextOffsets);
        });
        counts.forEach(count -> count.accept(figures));
        figures.countHeld(shelf.countBySeverity());
    }

    private Consumer<InboxFigures> take(Incoming incoming, Instant now) {
        Arrival arrival = Arrival.of(incoming);
        if (arrival instanceof Arrival.Unreadable unreadable) {
            return refuse(incoming, unreadable, now);
        }
        Arrival.Legible readable = (Arrival.Legible) arrival;
        try {
            Taken taken = oneRecord.execute(status -> shelve(readable, now));
            return taken == Taken.CONFLICT ? alarm(incoming, readable, now) : figures -> figures.received(now);
        } catch (DataIntegrityViolationException fault) {
            String detail = String.valueOf(fault.getMostSpecificCause().getMessage());
            return refuse(incoming, new Arrival.Unreadable("refused-by-database", detail), now);
        }
    }

    private Taken shelve(Arrival.Legible readable, Instant now) {
        Taken taken = shelf.take(readable.content(), readable.json(), now);
        if (taken == Taken.NEW || taken == Taken.REPLACED) {
            telling.came(readable.content());
            gaps.take(readable.content().gaps());
        }
        return taken;
    }

    private Consumer<InboxFigures> refuse(Incoming incoming, Arrival.Unreadable why, Instant now) {
        LOG.error(
                "Record {} is not a case ({}: {}); kept in inbox_refused",
                incoming.place(),
                why.reason(),
                why.detail());
        refused.keep(incoming, why, now);
        return InboxFigures::unreadable;
    }

    private Consumer<InboxFigures> alarm(Incoming incoming, Arrival.Legible readable, Instant now) {
        String what = "case " + readable.content().id() + " version "
                + readable.content().version();
        LOG.error("Record {}: {} came again with other content; the first stays", incoming.place(), what);
        refused.keep(incoming, new Arrival.Unreadable("version-conflict", what), now);
        return InboxFigures::conflict;
    }
}
