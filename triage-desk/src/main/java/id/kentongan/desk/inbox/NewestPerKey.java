package id.kentongan.desk.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes a topic that keeps the newest record per key, as JSON; an emptied key means that the thing is gone. */
final class NewestPerKey<T> implements KeepsReading.Reception {
    private static final Logger LOG = LoggerFactory.getLogger(NewestPerKey.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * One kind of record.
     *
     * @param name lower-case, in counts and reasons
     * @param key what its key must be
     * @param times all in it that the database must be able to hold
     * @param take keeps it, in the batch's transaction
     * @param forget takes away what that key stood for
     * @param trim called every few seconds
     */
    record Kind<T>(
            String name,
            Class<T> type,
            Function<T, String> key,
            Function<T, Stream<@Nullable Instant>> times,
            Consumer<T> take,
            Consumer<String> forget,
            Runnable trim) {}

    /** What every such reception works with. */
    @Component
    record Tools(
            RefusedRecords refused,
            Positions positions,
            SideFigures figures,
            Clock clock,
            PlatformTransactionManager transactions) {}

    private final Kind<T> kind;
    private final Tools tools;
    private final TransactionTemplate wholeBatch;

    NewestPerKey(Kind<T> kind, Tools tools) {
        this.kind = kind;
        this.tools = tools;
        this.wholeBatch = new TransactionTemplate(tools.transactions());
    }

    @Override
    public void take(String topicId, List<Incoming> batch, Map<Integer, Long> nextOffsets) {
        Long wrong = wholeBatch.execute(status -> {
            tools.positions().moveTo(batch.get(0).topic(), topicId, nextOffsets);
            return batch.stream().filter(incoming -> !taken(incoming)).count();
        });
        long refusals = wrong == null ? 0 : wrong;
        tools.figures().count(kind.name(), batch.size() - refusals, refusals);
    }

    @Override
    public void rest() {
        kind.trim().run();
    }

    private boolean taken(Incoming incoming) {
        String key = incoming.key();
        if (key == null || key.isBlank() || key.length() > Arrival.LONGEST_ID) {
            return refuse(incoming, "bad-id", "expected 1 to " + Arrival.LONGEST_ID + " characters as key");
        }
        byte[] value = incoming.value();
        if (value == null || value.length == 0) {
            kind.forget().accept(key);
            return true;
        }
        try {
            T told = JSON.readValue(value, kind.type());
            if (told == null || !kind.key().apply(told).equals(key)) {
                return refuse(incoming, "key-is-not-the-id", "the topic would not keep the newest per key");
            }
            if (kind.times().apply(told).anyMatch(NewestPerKey::impossible)) {
                return refuse(incoming, "bad-time", "holds a time that nothing can have");
            }
            kind.take().accept(told);
            return true;
        } catch (JacksonException fault) {
            return refuse(incoming, "not-a-" + kind.name(), fault.getOriginalMessage());
        }
    }

    private static boolean impossible(@Nullable Instant time) {
        return time != null && (time.isBefore(Arrival.EARLIEST) || time.isAfter(Arrival.LATEST));
    }

    private boolean refuse(Incoming incoming, String reason, String detail) {
        LOG.error(
                "Record {} is refused as {} ({}: {}); kept in inbox_refused",
                incoming.place(),
                kind.name(),
                reason,
                detail);
        tools.refused()
                .keep(
                        incoming,
                        new Arrival.Unreadable(reason, detail),
                        tools.clock().instant());
        return false;
    }
}
