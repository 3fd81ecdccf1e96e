package id.kentongan.forwarder.source.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Missing;
import id.kentongan.forwarder.source.Position;
import id.kentongan.forwarder.source.Reading;
import id.kentongan.forwarder.source.Start;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Reads a findings source as the forwarder does: opened anew behind the last reading when it cannot go on. */
final class TrialReader implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Line> lines = new ArrayList<>();
    final List<Missing> gaps = new ArrayList<>();
    private final IndexerAccess access;
    private final Start start;
    private FindingsSource source;
    private Position last;

    TrialReader(URI url, String... streams) throws IOException {
        this(access(url, Duration.ofMillis(200), 0, streams), Start.BEGINNING);
    }

    TrialReader(IndexerAccess access, Start start) throws IOException {
        this.access = access;
        this.start = start;
        reopen();
    }

    static IndexerAccess access(URI url, Duration poll, int nudgePort, String... streams) {
        return new IndexerAccess(url, null, null, null, List.of(streams), poll, 1 << 20, nudgePort);
    }

    FindingsSource source() {
        return source;
    }

    /** As after a restart whose checkpoint holds all that was read so far. */
    void reopen() throws IOException {
        reopenAt(last);
    }

    /** As after a restart with that checkpoint. */
    void reopenAt(Position checkpoint) throws IOException {
        if (source != null) {
            source.close();
        }
        last = checkpoint;
        source = new FindingsSource(access, checkpoint, start, Clock.systemUTC(), Duration.ofSeconds(1));
    }

    void until(String what, int seconds, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as("in time: " + what + ", now " + lines.size() + " lines, " + gaps)
                    .isLessThan(deadline);
            step();
        }
    }

    void untilLines(int count) throws Exception {
        until(count + " lines", 30, () -> lines.size() >= count);
    }

    /** Several looks that bring nothing more. */
    void untilQuiet() throws Exception {
        long since = System.nanoTime();
        int before = -1;
        while (before != lines.size() + gaps.size()
                || !source.listening()
                || System.nanoTime() - since < 700_000_000L) {
            if (before != lines.size() + gaps.size()) {
                before = lines.size() + gaps.size();
                since = System.nanoTime();
            }
            step();
        }
    }

    private void step() throws Exception {
        try {
            Reading reading = source.next();
            if (reading == null) {
                Thread.sleep(10);
                return;
            }
            last = reading.position();
            if (reading instanceof Line line) {
                lines.add(line);
            } else {
                gaps.add((Missing) reading);
            }
        } catch (IOException e) {
            Thread.sleep(100);
            reopen();
        }
    }

    List<Integer> numbers() {
        return lines.stream().map(line -> number(line)).toList();
    }

    static int number(Line line) {
        try {
            return JSON.readTree(line.bytes()).at("/process/pid").asInt();
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text(line), e);
        }
    }

    static String text(Line line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        source.close();
    }
}
