package id.kentongan.job.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.FindingMark;
import id.kentongan.forwarder.trial.Broker;
import id.kentongan.job.anomaly.Detector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever disturbs the job, its findings and cases end as a plain run over sorted alerts ends, ids included. Every
 * shape of a rule runs in each run; a row is a disturbance, on the heap or on RocksDB, which take turns unless told otherwise.
 *
 * <p>{@code -Dengine.disturbances=NONE,RESCALED} runs these rows, each on both; {@code -Dengine.seeds=1-5} runs every row on
 * both with these seeds. {@code ./kentongan prove engine} goes on where it was stopped.
 */
class RecoveryIT {
    private static final List<String> BACK_ENDS = List.of("heap", "rocksdb");
    private static final int MOST_OF_A_CASE = 20;

    /** Stays, with the logs of all processes. */
    private static Path home;

    private static Broker broker;
    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        Path target = Path.of(System.getProperty("kentongan.root"), "flink-job", "target");
        home = Files.createTempDirectory(Path.of(System.getProperty("engine.home", target.toString())), "matrix-");
        broker = new Broker(Files.createDirectories(home.resolve("broker")));
        cluster = Cluster.withTheJob(home.resolve("cluster")).awaitUp();
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
        broker.close();
    }

    static Stream<Object[]> runs() {
        String[] seeds = System.getProperty("engine.seeds", "1").split("-", -1);
        return LongStream.rangeClosed(Long.parseLong(seeds[0]), Long.parseLong(seeds[seeds.length - 1]))
                .boxed()
                .flatMap(seed -> rows().stream()
                        .flatMap(row -> backEnds(row).stream().map(backEnd -> new Object[] {row, backEnd, seed})))
                .filter(run -> ((Disturbance) run[0]).fits((String) run[1], (Long) run[2]))
                .filter(run -> MatrixResults.open((Disturbance) run[0], (String) run[1], (Long) run[2]));
    }

    private static List<Disturbance> rows() {
        String asked = System.getProperty("engine.disturbances", "");
        return (asked.isEmpty()
                        ? Arrays.stream(Disturbance.values())
                        : Arrays.stream(asked.split(",", -1)).map(Disturbance::valueOf))
                .toList();
    }

    private static List<String> backEnds(Disturbance row) {
        boolean both = System.getProperty("engine.seeds") != null || System.getProperty("engine.disturbances") != null;
        return both ? BACK_ENDS : List.of(BACK_ENDS.get(rows().indexOf(row) % 2));
    }

    /** Of a run that does not end so, all logs stay. */
    @ParameterizedTest(name = "{0} on {1}, seed {2}", allowZeroInvocations = true)
    @MethodSource("runs")
    void theAnswerIsThatOfAPlainRun(Disturbance row, String backEnd, long seed) throws Exception {
        broker.ensureUp();
        String name = row.name().toLowerCase(Locale.ROOT) + "-" + backEnd + "-" + seed;
        if (row.bringsItsJar()) {
            try (Cluster own =
                    Cluster.withoutTheJob(home.resolve(name).resolve("cluster")).awaitUp()) {
                play(own, row, backEnd, seed, name);
            }
        } else {
            cluster.ensureUp();
            play(cluster, row, backEnd, seed, name);
        }
    }

    private static void play(Cluster cluster, Disturbance row, String backEnd, long seed, String name)
            throws Exception {
        long from = System.nanoTime();
        Run run = new Run(cluster, broker, row, backEnd, seed, home.resolve(name));
        try {
            row.play(run);
            run.finish();
            Answer expected = run.expected();
            Answer told = run.told();

            assertThat(run.rules())
                    .allSatisfy(rule -> assertThat(expected.findingsOf(rule.slug()))
                            .as("the seed gives findings of " + rule.slug())
                            .isGreaterThan(1));
            if (row.hasRhythm()) {
                assertThat(Detector.values())
                        .allSatisfy(detector -> assertThat(expected.findingsOf(detector.written()))
                                .as("the seed gives findings of " + detector.written())
                                .isPositive());
            }
            if (row.hasLateAlerts()) {
                assertCorrected(told);
                assertThat(Contents.faultsOfCases(told)).isEmpty();
            }
            assertThat(
                            row.hasLateAlerts()
                                    ? Contents.of(expected).differencesTo(Contents.of(told))
                                    : expected.differencesTo(told))
                    .as("%s on %s, seed %d", row.words(), backEnd, seed)
                    .isEmpty();
            if (row.tellsOnce()) {
                assertThat(expected.tellingsUnlike(told)).isEmpty();
            }
            if (row == Disturbance.RULE_SWAPPED) {
                assertThat(told.excepted()).isPositive();
            }
            MatrixResults.note(row, backEnd, seed, told, (System.nanoTime() - from) / 1_000_000_000.0);
        } catch (Exception | AssertionError e) {
            MatrixResults.tellFailed(row, backEnd, seed, e); // of hundreds of runs, else at the end of all
            throw e;
        } finally {
            run.end();
        }
    }

    private static void assertCorrected(Answer told) {
        assertThat(told.findings().values())
                .as("some findings turned up late, and some were withdrawn")
                .anyMatch(finding -> finding.marks().contains(FindingMark.LATE))
                .anyMatch(Answer::isWithdrawn);
        // A full case leaves what comes later to topic findings; that none keeps one as if it held, Contents looks at.
        assertThat(told.cases().values())
                .as("their cases keep them, where there was room")
                .anyMatch(each -> each.findings().stream().anyMatch(Answer::isWithdrawn)
                        || each.findings().size() >= MOST_OF_A_CASE);
    }
}
