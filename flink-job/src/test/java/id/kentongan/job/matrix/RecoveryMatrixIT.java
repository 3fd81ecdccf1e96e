package id.kentongan.job.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.forwarder.trial.Broker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever disturbs the job, its findings and cases end as a plain run over sorted alerts ends, ids included. Every
 * shape of a rule runs in each run; a row is a disturbance, on the heap or on RocksDB.
 *
 * <p>{@code -Dmatrix.seeds=1-5 -Dmatrix.rows=NONE,RESCALED -Dmatrix.backends=heap} runs another part of it;
 * {@code ./kentongan prove engine} runs many seeds, and goes on where it was stopped.
 */
class RecoveryMatrixIT {
    /** Stays, with the logs of all processes. */
    private static Path home;

    private static Broker broker;
    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        home = Files.createTempDirectory(
                Path.of(System.getProperty("kentongan.root"), "flink-job", "target"), "matrix-");
        broker = new Broker(Files.createDirectories(home.resolve("broker")));
        cluster = new Cluster(home.resolve("cluster"));
        cluster.awaitUp();
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
        broker.close();
        MatrixResults.page();
    }

    static Stream<Object[]> runs() {
        String[] seeds = System.getProperty("matrix.seeds", "1").split("-", -1);
        String rows = System.getProperty("matrix.rows", "");
        List<String> backEnds =
                List.of(System.getProperty("matrix.backends", "heap,rocksdb").split(",", -1));
        return LongStream.rangeClosed(Long.parseLong(seeds[0]), Long.parseLong(seeds[seeds.length - 1]))
                .boxed()
                .flatMap(seed -> Arrays.stream(Disturbance.values())
                        .filter(row ->
                                rows.isEmpty() || List.of(rows.split(",", -1)).contains(row.name()))
                        .flatMap(row -> backEnds.stream().map(backEnd -> new Object[] {row, backEnd, seed})))
                .filter(run -> MatrixResults.open((Disturbance) run[0], (String) run[1], (Long) run[2]));
    }

    @ParameterizedTest(name = "{0} on {1}, seed {2}", allowZeroInvocations = true)
    @MethodSource("runs")
    void theAnswerIsThatOfAPlainRun(Disturbance row, String backEnd, long seed) throws Exception {
        broker.ensureUp();
        cluster.ensureUp();
        String name = row.name().toLowerCase(java.util.Locale.ROOT) + "-" + backEnd + "-" + seed;
        long from = System.nanoTime();
        Run run = new Run(cluster, broker, name, backEnd, seed, home.resolve(name));
        try {
            row.play(run);
            run.finish();
            Answer expected = run.expected();
            Answer told = run.told();

            assertThat(MatrixResults.shapes())
                    .allSatisfy(shape -> assertThat(expected.findingsOf(shape))
                            .as("the seed gives findings of " + shape)
                            .isGreaterThan(1));
            assertThat(expected.differencesTo(told))
                    .as("%s on %s, seed %d", row.words(), backEnd, seed)
                    .isEmpty();
            MatrixResults.note(row, backEnd, seed, told, (System.nanoTime() - from) / 1_000_000_000.0);
        } finally {
            run.end();
        }
    }
}
