package id.kentongan.forwarder.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real hook fills a spool of 1 MiB, while the reader is stopped and begins again at any place that was not
 * acknowledged behind: every alert that the hook took is told once, every other one is counted as missing.
 */
class SpoolSeededTest {
    private static final Path HOOK =
            Path.of(System.getProperty("kentongan.root", "."), "wazuh-integration", "hook", "custom-kentongan");

    @TempDir
    Path dir;

    private final Tick clock = new Tick();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> toldByPlace = new HashMap<>();
    private final Map<String, Long> missingByPlace = new HashMap<>();
    private final List<Position> unsafe = new ArrayList<>();
    private @Nullable Position safe;
    private int number;
    private int refused;

    static List<Long> seeds() {
        long first = Long.getLong("kentongan.seed", System.nanoTime());
        return List.of(first, first + 1, first + 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyAlertThatTheHookTookIsToldOnceAndEveryOtherIsCounted(long seed) throws Exception {
        Random random = new Random(seed);
        Path file = dir.resolve("alerts.spool");
        @Nullable Position from = null;
        for (int round = 0; round < 12; round++) {
            for (int i = random.nextInt(14); i > 0; i--) {
                hook(file, random);
            }
            try (Spool spool = new Spool(file, from, clock)) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    read(spool, random.nextInt(3) > 0);
                    hook(file, random);
                }
            }
            from = unsafe.isEmpty() || random.nextInt(3) == 0 ? safe : unsafe.get(random.nextInt(unsafe.size()));
            forgetBehind(from);
        }
        hook(file, random);
        try (Spool spool = new Spool(file, from, clock)) {
            for (int i = 0; i < 12; i++) {
                read(spool, true);
            }
        }

        assertThat(toldByPlace.values()).as("seed %d", seed).doesNotHaveDuplicates();
        assertThat(taken).as("seed %d: told and not taken", seed).containsAll(toldByPlace.values());
        taken.removeAll(toldByPlace.values());
        assertThat(taken).as("seed %d: taken and not told", seed).isEmpty();
        assertThat(missingByPlace.values().stream().mapToLong(n -> n).sum() + stillUntold())
                .as("seed %d: refused", seed)
                .isEqualTo(refused);
    }

    private void read(Spool spool, boolean acknowledge) throws IOException {
        for (Reading reading = spool.next(); reading != null; reading = spool.next()) {
            Position at = reading.position();
            String place = at.file() + " " + at.offset();
            unsafe.add(at);
            if (reading instanceof Missing missing) {
                missingByPlace.put(missing.reason() + " " + place, missing.lines());
            } else {
                toldByPlace.put(place, name(Lines.text(reading)));
            }
        }
        if (acknowledge && !unsafe.isEmpty()) {
            safe = unsafe.get(unsafe.size() - 1);
            unsafe.clear();
            spool.acknowledged(safe);
        }
        clock.pass(Duration.ofSeconds(6));
    }

    private static String name(String alert) {
        return alert.length() + " " + alert.substring(0, Math.min(alert.length(), 12));
    }

    /** A checkpoint is what was acknowledged, never more: what lies behind it may be told again. */
    private void forgetBehind(@Nullable Position from) {
        int at = from == null ? -1 : unsafe.indexOf(from);
        if (at >= 0) {
            safe = from;
        }
        unsafe.clear();
    }

    private long stillUntold() throws IOException {
        Path full = dir.resolve("alerts.spool.full");
        return Files.exists(full) ? Files.size(full) : 0;
    }

    /** An alert of up to 200 KB, so that a spool of 1 MiB is full after a few. */
    private void hook(Path spool, Random random) throws IOException, InterruptedException {
        String text = "{\"n\":" + number++ + ",\"x\":\"" + "y".repeat(random.nextInt(200_000)) + "\"}";
        Path alert = Files.writeString(dir.resolve("x.alert"), text + "\n");
        Process process = new ProcessBuilder(
                        "/bin/bash", HOOK.toAbsolutePath().toString(), alert.toString(), "1", spool.toString())
                .start();
        int exit = process.waitFor();
        assertThat(exit).isIn(0, 75);
        if (exit == 0) {
            taken.add(name(text));
        } else {
            refused++;
        }
    }
}
