package id.kentongan.forwarder.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A writer appends, swaps, makes parts, compresses and cuts at random, while the follower is stopped and begins again at
 * any earlier place: what it told in all is, without repeated places, every line once; a line that is not told was cut
 * away, and that was told.
 */
class FollowerSeededTest {
    @TempDir
    Path home;

    private final Tick clock = new Tick();
    private final Set<String> written = new LinkedHashSet<>();
    private final Set<String> cutAway = new HashSet<>();
    private final List<Path> closed = new ArrayList<>();
    private final Map<String, String> toldByPlace = new HashMap<>();
    private final List<Position> history = new ArrayList<>();
    private final List<String> present = new ArrayList<>();
    private TrialWazuh wazuh;
    private LocalDate day = LocalDate.parse("2026-10-30");
    private int part;
    private int number;
    private int cuts;
    private int cutsTold;
    private String half = "";

    static List<Long> seeds() {
        long first = Long.getLong("kentongan.seed", System.nanoTime());
        List<Long> seeds = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            seeds.add(first + i);
        }
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyLineIsToldOnceOrItsLossIs(long seed) throws IOException {
        Random random = new Random(seed);
        wazuh = TrialWazuh.four(home);
        wazuh.begin(day.toString());
        @Nullable Position from = null;
        for (int round = 0; round < 25; round++) {
            boolean mayCut = round % 6 == 5;
            try (Follower follower = new Follower(home, from, Start.BEGINNING, ZoneOffset.UTC, clock)) {
                for (int i = random.nextInt(4); i >= 0; i--) {
                    write(random);
                    take(follower, random.nextInt(12));
                }
                if (mayCut) {
                    drain(follower);
                    cut(random);
                }
                if (mayCut || random.nextBoolean()) {
                    drain(follower);
                }
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                write(random);
            }
            from = history.isEmpty() ? null : history.get(back(random));
        }
        endLine();
        try (Follower follower = new Follower(home, from, Start.BEGINNING, ZoneOffset.UTC, clock)) {
            drain(follower);
        }

        List<String> told = new ArrayList<>(toldByPlace.values());
        assertThat(told).as("seed %d: nothing twice", seed).doesNotHaveDuplicates();
        Set<String> missing = new HashSet<>(written);
        missing.removeAll(told);
        assertThat(cutAway).as("seed %d: what is missing was cut away", seed).containsAll(missing);
        assertThat(cutsTold).as("seed %d: every cut is told", seed).isGreaterThanOrEqualTo(cuts);
    }

    /** Where it begins again: not before the last cut, as what was cut cannot be read a second time. */
    private int back(Random random) {
        int far = Math.min(history.size() - 1, random.nextInt(30));
        return history.size() - 1 - far;
    }

    private void write(Random random) throws IOException {
        switch (random.nextInt(8)) {
            case 0 -> swap(day, part + 1);
            case 1 -> swap(day.plusDays(1), 0);
            case 2 -> compress(random);
            case 3 -> {
                half += "half-" + number;
                wazuh.append("half-" + number++);
            }
            default -> {
                for (int i = random.nextInt(20); i >= 0; i--) {
                    line("line-" + number++ + "x".repeat(random.nextInt(200)));
                }
            }
        }
    }

    private void line(String text) throws IOException {
        wazuh.append(text + "\n");
        written.add(half + text);
        present.add(half + text);
        half = "";
    }

    private void endLine() throws IOException {
        line("end-" + number++);
    }

    private void swap(LocalDate nextDay, int nextPart) throws IOException {
        endLine();
        closed.add(wazuh.dated(day.toString(), part));
        day = nextDay;
        part = nextPart;
        wazuh.begin(day.toString(), part);
        present.clear();
    }

    private void compress(Random random) throws IOException {
        if (!closed.isEmpty()) {
            TrialWazuh.gzip(closed.remove(random.nextInt(closed.size())));
        }
    }

    /** In place, and written again: to nothing, behind some lines, or to more than there was. */
    private void cut(Random random) throws IOException {
        if (present.isEmpty()) {
            return;
        }
        cutAway.addAll(present);
        history.clear();
        present.clear();
        half = "";
        cuts++;
        StringBuilder anew = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            String text = "anew-" + number++;
            anew.append(text).append('\n');
            written.add(text);
            present.add(text);
        }
        Files.writeString(wazuh.live(), anew);
    }

    private void drain(Follower follower) throws IOException {
        for (int quiet = 0; quiet < 4; quiet++) {
            quiet = take(follower, Integer.MAX_VALUE) == 0 ? quiet : 0;
            clock.pass(Duration.ofSeconds(2));
        }
    }

    private int take(Follower follower, int most) throws IOException {
        int taken = 0;
        Reading reading = most == 0 ? null : follower.next();
        while (reading != null) {
            taken++;
            history.add(reading.position());
            remember(reading);
            reading = taken < most ? follower.next() : null;
        }
        return taken;
    }

    private void remember(Reading reading) {
        if (reading instanceof Missing) {
            cutsTold++;
            return;
        }
        Position at = reading.position();
        String before = toldByPlace.put(at.file() + " " + at.offset(), Lines.text(reading));
        assertThat(before == null || before.equals(Lines.text(reading)))
                .as("one place, one line: %s was %s", reading.position(), before)
                .isTrue();
    }
}
