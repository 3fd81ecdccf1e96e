package id.kentongan.forwarder.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.contracts.LedgerRecord;
import id.kentongan.forwarder.checkpoint.Checkpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes entries of the ledger. */
public final class Entries {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Entries() {}

    /** What became of all that the source held. */
    public static LedgerRecord of(
            String source,
            String kind,
            Checkpoint safe,
            long handed,
            long bytesBehind,
            @Nullable Instant upTo,
            @Nullable String trouble,
            Instant now) {
        return new LedgerRecord(
                source,
                kind,
                safe.began(),
                safe.epoch(),
                now,
                handed,
                safe.acknowledged(),
                safe.refusedInAll(),
                safe.refused(),
                bytesBehind,
                upTo,
                safe.lastTime(),
                trouble,
                safe.gapCount(),
                safe.gaps());
    }

    /** A contract record as JSON. */
    public static byte[] bytes(Object entry) {
        try {
            return JSON.writeValueAsBytes(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected every record to become JSON", e);
        }
    }
}
