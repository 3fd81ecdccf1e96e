package id.kentongan.forwarder.install;

import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.checkpoint.CheckpointFile;
import id.kentongan.forwarder.checkpoint.StateLock;
import id.kentongan.forwarder.settings.ForwarderSettings;
import id.kentongan.forwarder.source.Start;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/** Lets a source start anew somewhere else; the new epoch tells readers that what comes again is meant. */
final class Seek {
    private final ForwarderSettings settings;
    private final Clock clock;

    Seek(ForwarderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    int run(String source, String where, Consumer<String> say) throws IOException {
        Start start = Start.parse(where);
        if (start == null) {
            say.accept(Plain.line(
                    "FAULT  " + where + " is no start: give beginning, today, end, or a date such as 2026-11-20"));
            return 1;
        }
        if (settings.sources().stream().noneMatch(each -> each.name().equals(source))) {
            say.accept(Plain.line("FAULT  the settings have no source " + source));
            return 1;
        }
        try (StateLock lock = StateLock.take(settings.stateDir())) {
            if (lock == null) {
                say.accept("FAULT  the forwarder runs: systemctl stop kentongan-forwarder, then again");
                return 1;
            }
            write(source, start, say);
            return 0;
        }
    }

    private void write(String source, Start start, Consumer<String> say) throws IOException {
        CheckpointFile file = new CheckpointFile(settings.stateDir(), source);
        Instant now = clock.instant();
        Checkpoint old = file.read();
        Checkpoint then = (old == null ? Checkpoint.beginning(now) : old).soughtTo(start, now);
        file.write(then);
        String effect = start.equals(Start.END)
                ? "; what is there now is passed over, unsent alerts too"
                : "; alerts that were sent before are sent again and told apart later";
        say.accept("does   " + source + " starts at " + start.text() + ", epoch " + then.epoch() + effect);
    }
}
