package id.kentongan.desk.queue;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.time.Instant;
import java.util.List;

/** One case as the queue knows it. */
record QueueEntry(
        String number,
        Severity severity,
        Text title,
        Asset asset,
        List<String> rules,
        long alertCount,
        Instant firstSeen,
        Instant lastSeen,
        Instant firstReceived) {}
