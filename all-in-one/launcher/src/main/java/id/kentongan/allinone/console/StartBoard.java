package id.kentongan.allinone.console;

import static java.util.Objects.requireNonNull;

import id.kentongan.allinone.part.Part;
import id.kentongan.allinone.parts.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line for each part: what it does while it starts and how long it took, later its deaths and returns. */
public final class StartBoard implements Progress {
    private record Line(String what, Instant since) {}

    private final Screen screen;
    private final Clock clock;
    private final Map<String, Line> starting = new LinkedHashMap<>();

    public StartBoard(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    @Override
    public synchronized void doing(String part, String what) {
        Line before = starting.get(part);
        starting.put(part, new Line(what, before == null ? clock.instant() : before.since()));
        redraw();
    }

    @Override
    public synchronized void ready(Part part) {
        Line line = requireNonNull(starting.remove(part.name()), part.name());
        screen.say(line(part.name(), "ready", line.since()) + "  " + part.address());
        redraw();
    }

    /** Shows how the seconds pass; to be called about twice a second. */
    public synchronized void redraw() {
        screen.show(starting.entrySet().stream()
                .map(it -> line(
                        it.getKey(),
                        it.getValue().what() + " ...",
                        it.getValue().since()))
                .toList());
    }

    /** Takes the changing lines away, whatever they say. */
    public synchronized void clear() {
        starting.clear();
        screen.show(List.of());
    }

    @Override
    public void died(Part part, int exitCode, Duration pause) {
        screen.say(part.name() + " ended unexpectedly (exit code " + exitCode + "); starting it again in "
                + pause.toSeconds() + " s. Its log: " + part.log());
    }

    @Override
    public void backUp(Part part, Duration after) {
        screen.say(part.name() + " is up again after " + Seconds.of(after) + ".");
    }

    @Override
    public void late(Part part) {
        screen.say(part.name() + " was not ready again within "
                + part.patience().toSeconds() + " s and is killed. Its log: " + part.log());
    }

    @Override
    public void killed(Part part) {
        screen.say(part.name() + " did not stop when asked: killed.");
    }

    @Override
    public void stopping(Part part) {
        screen.say("Stopping " + part.name());
    }

    private String line(String part, String what, Instant since) {
        return String.format("  %-10s %-28s %8s", part, what, Seconds.of(Duration.between(since, clock.instant())));
    }
}
