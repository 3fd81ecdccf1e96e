package id.kentongan.desk.queue;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.casefile.StageName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as the queue knows it.
 *
 * @param stopped since when its clock stands, because it waits for others; null while it runs
 */
public record QueueEntry(
        String number,
        Severity severity,
        Text title,
        Asset asset,
        List<String> rules,
        long alertCount,
        Instant firstSeen,
        Instant lastSeen,
        Instant firstReceived,
        StageName stage,
        @Nullable Instant due,
        @Nullable Instant stopped,
        @Nullable String owner) {}
