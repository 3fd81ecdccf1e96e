package id.kentongan.job.matrix;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.anomaly.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a row for each run that held, so that a proof goes on where it was stopped, and writes its page.
 * {@code -Dengine.rows=DIR} keeps them, {@code -Dengine.page=FILE -Dengine.commit=ID} writes the page from all of them.
 */
final class MatrixResults {
    private static final @Nullable String ROWS = System.getProperty("engine.rows");
    private static final @Nullable String PAGE = System.getProperty("engine.page");

    private MatrixResults() {}

    /** Names of the rules, each of them a shape, and of the detectors. */
    static List<String> shapes() {
        try {
            return Stream.concat(
                            Shapes.all().stream().map(RuleRecord::slug),
                            Arrays.stream(Detector.values()).map(Detector::written))
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException("expected the rules of the matrix among the test resources", e);
        }
    }

    /** True when this run is still to be done. */
    static boolean open(Disturbance row, String backEnd, long seed) {
        return ROWS == null || !Files.exists(file(row, backEnd, seed));
    }

    static void note(Disturbance row, String backEnd, long seed, Answer told, double seconds) throws IOException {
        String line = "| %s | %s | %d | %s | %d | %.0f s |"
                .formatted(
                        row.words(),
                        backEnd,
                        seed,
                        shapes().stream()
                                .map(shape -> Long.toString(told.findingsOf(shape)))
                                .collect(Collectors.joining(" | ")),
                        told.cases().size(),
                        seconds);
        System.getLogger("matrix").log(System.Logger.Level.INFO, line);
        if (ROWS != null) {
            Files.createDirectories(Path.of(ROWS));
            Files.writeString(file(row, backEnd, seed), line + "\n");
            page();
        }
    }

    static void tellFailed(Disturbance row, String backEnd, long seed, Throwable why) {
        System.getLogger("matrix")
                .log(System.Logger.Level.ERROR, "FAILED: %s on %s, seed %d".formatted(row.words(), backEnd, seed), why);
    }

    private static Path file(Disturbance row, String backEnd, long seed) {
        return Path.of(String.valueOf(ROWS), "%s-%s-%04d.row".formatted(row.name(), backEnd, seed));
    }

    private static void page() throws IOException {
        if (ROWS == null || PAGE == null || !Files.isDirectory(Path.of(ROWS))) {
            return;
        }
        StringBuilder page = new StringBuilder("""
                # Proof of the engine

                Written by `./kentongan prove engine`. Each line is a run of the whole job, handed to a Flink cluster of separate
                processes, over seeded alerts of two sources with all shapes of rules and all detectors at once. Afterwards the newest version of each
                finding and case on Kafka was equal, ids and evidence included, to that of Esper and the plain classes alone over the
                sorted alerts; where alerts came late, findings are equal in content without those withdrawn, and of cases the agents. Detectors of rhythm
                look at nothing that comes late, and the kept savepoint knew no alerts for them: in these rows they say nothing. The
                columns of shapes and detectors tell how many findings of each were compared.

                Commit %s, %s. Lines stand only for runs that held.

                | disturbance | state | seed | %s | cases | time |
                |---|---|---|%s---|---|
                """.formatted(
                        System.getProperty("engine.commit", "-"),
                        LocalDate.ofInstant(java.time.Clock.systemUTC().instant(), java.time.ZoneOffset.UTC),
                        String.join(" | ", shapes()),
                        "---|".repeat(shapes().size())));
        int runs = 0;
        for (Disturbance row : Disturbance.values()) {
            for (Path each : ofRow(row)) {
                page.append(Files.readString(each));
                runs++;
            }
        }
        page.append("\n").append(runs).append(" runs.\n");
        Files.createDirectories(Path.of(PAGE).getParent());
        Files.writeString(Path.of(PAGE), page);
    }

    private static List<Path> ofRow(Disturbance row) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(String.valueOf(ROWS)))) {
            return files.filter(file -> file.getFileName().toString().startsWith(row.name() + "-"))
                    .sorted()
                    .toList();
        }
    }
}
