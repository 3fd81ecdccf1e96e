package id.kentongan.forwarder;

import id.kentongan.forwarder.settings.SourceSettings;
import id.kentongan.forwarder.source.Follower;
import id.kentongan.forwarder.source.Position;
import id.kentongan.forwarder.source.Recorded;
import id.kentongan.forwarder.source.Source;
import id.kentongan.forwarder.source.Spool;
import id.kentongan.forwarder.source.Start;
import id.kentongan.forwarder.source.findings.FindingsSource;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens a source by its kind. */
final class Sources {
    private Sources() {}

    /** Opens it behind {@code last}; without one, where a person has set it; else as the settings say. */
    static Source open(SourceSettings settings, @Nullable Position last, @Nullable String sought, Clock clock)
            throws IOException {
        Start there = sought == null ? null : Start.parse(sought);
        Start start = there == null ? settings.start() : there;
        return switch (settings.kind()) {
            case SPOOL -> new Spool(settings.path(), last, clock);
            case FILE, EVENTS -> new Follower(settings.path(), last, start, ZoneId.systemDefault(), clock);
            case FINDINGS ->
                new FindingsSource(Objects.requireNonNull(settings.indexer(), "indexer"), last, start, clock);
            case RECORDED -> new Recorded(settings.path(), last);
        };
    }
}
