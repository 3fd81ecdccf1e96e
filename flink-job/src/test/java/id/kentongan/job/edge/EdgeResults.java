package id.kentongan.job.edge;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.forwarder.trial.Topic;
import id.kentongan.job.intake.WholeIntake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a row for each run that held, so that a proof goes on where it was stopped, and writes its page.
 * {@code -Dedge.rows=DIR} keeps them, {@code -Dedge.page=FILE -Dedge.commit=ID} writes the page from all of them.
 */
final class EdgeResults {
    private static final @Nullable String ROWS = System.getProperty("edge.rows");
    private static final @Nullable String PAGE = System.getProperty("edge.page");

    private EdgeResults() {}

    /** True when this run is still to be done. */
    static boolean open(String kind, long seed) {
        return ROWS == null || !Files.exists(row(kind, seed));
    }

    static void note(
            String kind,
            long seed,
            Kills kills,
            Manager manager,
            List<Topic.Entry> topic,
            WholeIntake.Taken taken,
            JsonNode ledger)
            throws IOException {
        long sent = topic.stream().filter(entry -> !entry.value().isEmpty()).count();
        String row = "| %s | %d | %d: %s | %d | %d | %d | %d | %d | %d | %d | %d |"
                .formatted(
                        kind,
                        seed,
                        kills.killed().size(),
                        String.join(", ", kills.killed()),
                        manager.written().size(),
                        manager.cut().size(),
                        sent,
                        taken.alerts().size(),
                        sent - taken.alerts().size() - taken.refused().size(),
                        ledger.path("acknowledged").asLong(),
                        ledger.path("refused").asLong(),
                        ledger.path("gapCount").asLong());
        System.getLogger("edge").log(System.Logger.Level.INFO, row);
        if (ROWS != null) {
            Files.createDirectories(Path.of(ROWS));
            Files.writeString(row(kind, seed), row + "\n");
        }
    }

    private static Path row(String kind, long seed) {
        return Path.of(String.valueOf(ROWS), "%s-%04d.row".formatted(kind, seed));
    }

    static void page() throws IOException {
        if (ROWS == null || PAGE == null) {
            return;
        }
        StringBuilder page = new StringBuilder("""
                # Proof of the edge

                Written by `./kentongan prove edge`. A manager writes, rotates, compresses and cuts its files (or calls the hook, or
                indexes findings) while forwarder, broker and indexer are killed with -9 at seeded moments. In each run the job's
                intake then held every alert once. Where nothing was cut away in place the ledger agreed to the number; where something
                was, it is told as a gap, and the ledger holds no more than was taken.

                Commit %s, %s. Seeds are the second column; rows stand only for runs that held.

                | source | seed | kills | written | of them cut away | in the topic | taken | dropped as sent again | ledger: acknowledged | refused | gaps |
                |---|---|---|---|---|---|---|---|---|---|---|
                """.formatted(
                        System.getProperty("edge.commit", "-"),
                        LocalDate.ofInstant(java.time.Clock.systemUTC().instant(), java.time.ZoneOffset.UTC)));
        long kills = 0;
        int runs = 0;
        try (Stream<Path> rows = Files.list(Path.of(ROWS))) {
            for (Path each : rows.sorted().toList()) {
                String row = Files.readString(each);
                page.append(row);
                kills += Long.parseLong(row.split("\\|", -1)[3].strip().split(":", -1)[0]);
                runs++;
            }
        }
        page.append("\n").append(runs).append(" runs, ").append(kills).append(" moments of killing.\n");
        Files.createDirectories(Path.of(PAGE).getParent());
        Files.writeString(Path.of(PAGE), page);
    }
}
