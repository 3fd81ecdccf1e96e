package id.kentongan.forwarder.settings;

import static java.util.Objects.requireNonNull;

import id.kentongan.forwarder.source.Start;
import id.kentongan.forwarder.source.findings.IndexerAccess;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One source.
 *
 * @param start where it begins without a checkpoint
 * @param delay how long after its event an alert may still reach the source; heartbeats stay behind by it
 * @param speed for recorded sources: event seconds per wall second, 0 = as fast as possible
 * @param indexer of findings alone; {@code path} then only names it
 */
public record SourceSettings(
        String name,
        Kind kind,
        Path path,
        Start start,
        Duration delay,
        double speed,
        @Nullable IndexerAccess indexer) {

    /** How a source is read. */
    public enum Kind {
        /** What the hook appends. */
        SPOOL(Duration.ofSeconds(60)),
        /** A living alerts.json. */
        FILE(Duration.ofSeconds(2)),
        /** What the engine of Wazuh 5 writes of its events: dated files like alerts.json, of another shape. */
        EVENTS(Duration.ofSeconds(2)),
        /** The findings that the indexer of Wazuh 5 holds. */
        FINDINGS(Duration.ofMinutes(5)),
        /** Finished files, once. */
        RECORDED(Duration.ZERO);

        private final Duration usualDelay;

        Kind(Duration usualDelay) {
            this.usualDelay = usualDelay;
        }

        Duration usualDelay() {
            return usualDelay;
        }

        public boolean live() {
            return this != RECORDED;
        }

        /** True when the source, opened again at a place, tells the same lines in the same order. */
        public boolean repeatsInOrder() {
            return this != FINDINGS;
        }
    }

    public SourceSettings {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(path, "path");
        requireNonNull(start, "start");
        requireNonNull(delay, "delay");
        if ((kind == Kind.FINDINGS) != (indexer != null)) {
            throw new IllegalArgumentException("expected an indexer for findings alone, got " + kind);
        }
    }

    /** A source that reads files. */
    public SourceSettings(String name, Kind kind, Path path, Start start, Duration delay, double speed) {
        this(name, kind, path, start, delay, speed, null);
    }
}
