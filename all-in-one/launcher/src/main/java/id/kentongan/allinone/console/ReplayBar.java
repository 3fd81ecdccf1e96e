package id.kentongan.allinone.console;

import java.nio.file.Path;
import java.util.List;

/** The progress of a replay: redrawn in place on a terminal, else a line for each tenth. */
public final class ReplayBar {
    private static final int WIDTH = 20;
    private static final int TENTHS = 10;

    private final Screen screen;
    private final Path progressFile;
    private int tenthsTold;
    private boolean ended;

    public ReplayBar(Screen screen, Path progressFile) {
        this.screen = screen;
        this.progressFile = progressFile;
    }

    /** Shows the state of this moment; to be called about twice a second until {@code ended}. */
    public void redraw() {
        Replay.read(progressFile).ifPresent(it -> {
            if (it.ended()) {
                end(it);
            } else if (screen.isTerminal()) {
                screen.show(List.of(drawn(it)));
            } else if ((int) (it.share() * TENTHS) > tenthsTold) {
                tenthsTold = (int) (it.share() * TENTHS);
                screen.say(drawn(it));
            }
        });
    }

    public boolean ended() {
        return ended;
    }

    private void end(Replay replay) {
        ended = true;
        screen.show(List.of());
        screen.say("Replay done (pemutaran selesai): " + counts(replay)
                + ". Cases are on the desk, and shown by ./kentongan cases");
    }

    private static String drawn(Replay replay) {
        int full = (int) (replay.share() * WIDTH);
        return String.format(
                "Replay [%s%s] %3d %%  %s  %s",
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                (int) (replay.share() * 100),
                counts(replay),
                replay.time());
    }

    private static String counts(Replay replay) {
        return replay.sent() + " alerts sent" + (replay.rejected() > 0 ? ", " + replay.rejected() + " rejected" : "");
    }
}
