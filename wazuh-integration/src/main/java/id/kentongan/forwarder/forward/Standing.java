package id.kentongan.forwarder.forward;

import id.kentongan.contracts.Gap;
import id.kentongan.contracts.LedgerRecord;
import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.source.Position;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A checkpoint that grows line by line. Used by one thread. */
final class Standing {
    private final Checkpoint start;
    private final Map<String, Long> refused;
    private final Numbers sequences;
    private final Deque<Gap> gaps;
    private long epoch;
    private @Nullable Position position;
    private long acknowledged;
    private long gapCount;
    private @Nullable Instant lastTime;
    private String lastKey = "";

    Standing(Checkpoint start) {
        this.start = start;
        this.refused = new HashMap<>(start.refused());
        this.sequences = new Numbers(start.sequences());
        this.gaps = new ArrayDeque<>(start.gaps());
        this.epoch = start.epoch();
        this.position = start.position();
        this.acknowledged = start.acknowledged();
        this.gapCount = start.gapCount();
        this.lastTime = start.lastTime();
    }

    void take(Sent sent) {
        position = sent.position();
        if (sent.gap != null) {
            gap(sent.gap, sent.newEpoch);
        } else if (sent.lines() > 0) {
            lines(sent);
        }
    }

    private void lines(Sent sent) {
        for (int line = 0; line < sent.lines(); line++) {
            sequences.next(sent.partition(line));
        }
        if (sent.refusal == null) {
            acknowledged += sent.lines();
        } else {
            refused.merge(sent.refusal.code(), (long) sent.lines(), Long::sum);
        }
        Instant time = sent.time();
        if (time != null && (lastTime == null || time.isAfter(lastTime))) {
            lastTime = time;
        }
        if (!sent.key().isEmpty()) {
            lastKey = sent.key();
        }
    }

    private void gap(Gap gap, long newEpoch) {
        gapCount++;
        gaps.addLast(gap);
        if (gaps.size() > LedgerRecord.MAX_GAPS) {
            gaps.removeFirst();
        }
        if (newEpoch > 0) {
            epoch = newEpoch;
            sequences.clear();
        }
    }

    Checkpoint checkpoint() {
        return new Checkpoint(
                start.began(),
                epoch,
                position == null ? start.start() : null,
                position,
                acknowledged,
                refused,
                gapCount,
                List.copyOf(gaps),
                sequences.byPartition(),
                lastTime,
                node());
    }

    @Nullable
    String node() {
        int slash = lastKey.indexOf('/');
        String node = slash > 0 ? lastKey.substring(0, slash) : "-";
        return node.equals("-") ? start.node() : node;
    }
}
