package id.kentongan.forwarder.install;

import id.kentongan.forwarder.checkpoint.StateLock;
import id.kentongan.forwarder.settings.ForwarderSettings;
import id.kentongan.forwarder.settings.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One line a source. Exit 1 when one is in trouble or nobody carries. */
final class Status {
    private static final String ROW = "%-20s %-8s %12s %9s %16s %6s %-21s %s";
    /** The forwarder writes progress.json twice a second. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final ForwarderSettings settings;
    private final Clock clock;

    Status(ForwarderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    int run(Consumer<String> say) throws IOException {
        String everywhere = trouble();
        boolean well = everywhere.isEmpty();
        say.accept(ROW.formatted("SOURCE", "KIND", "SENT", "REFUSED", "BEHIND", "GAPS", "LAST ALERT", "TROUBLE"));
        for (SourceSettings source : settings.sources()) {
            SourceState state = SourceState.read(settings.stateDir(), source.name());
            well &= state.trouble().isEmpty();
            say.accept(Plain.line(row(source, state, everywhere)));
        }
        return well ? 0 : 1;
    }

    private String row(SourceSettings source, SourceState state, String everywhere) {
        String trouble = state.trouble().isEmpty() ? everywhere : state.trouble();
        return ROW.formatted(
                source.name(),
                source.kind().name().toLowerCase(Locale.ROOT),
                state.sent(),
                state.refused(),
                state.behind() + " B " + age(state),
                state.gaps(),
                state.last() == null ? "-" : state.last(),
                trouble.isEmpty() ? "-" : trouble);
    }

    private String age(SourceState state) {
        Instant last = state.last();
        return last == null || state.behind() == 0 ? "" : words(Duration.between(last, clock.instant()));
    }

    private static String words(Duration age) {
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return Math.max(0, age.toSeconds()) + " s";
        }
        return age.compareTo(Duration.ofHours(3)) < 0 ? age.toMinutes() + " min" : age.toHours() + " h";
    }

    private String trouble() throws IOException {
        Path progress = settings.stateDir().resolve("progress.json");
        if (!running()) {
            return "the forwarder does not run";
        }
        @Nullable
        Instant written =
                Files.exists(progress) ? Files.getLastModifiedTime(progress).toInstant() : null;
        boolean stale = written == null || written.isBefore(clock.instant().minus(FRESH));
        return stale ? "the forwarder runs but tells nothing (see its log)" : "";
    }

    private boolean running() throws IOException {
        if (!Files.isDirectory(settings.stateDir())) {
            return false;
        }
        try (StateLock free = StateLock.take(settings.stateDir())) {
            return free == null;
        }
    }
}
