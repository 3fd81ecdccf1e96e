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

/**
 * Whatever disturbs the job, its findings and cases end as a plain run over sorted alerts ends, ids included. Every
 * shape of a rule runs in each run; a row is a disturbance, on the heap ({@link RecoveryOnHeapIT}) or on RocksDB
 * ({@link RecoveryOnRocksDbIT}), two classes that run side by side. Unless told otherwise they take turns at the rows.
 *
 * <p>{@code -Dengine.disturbances=NONE,RESCALED} runs these rows, each on both; {@code -Dengine.seeds=1-5} runs every row on
 * both with these seeds. {@code ./kentongan prove engine} goes on where it was stopped.
 */
abstract class RecoveryMatrix {
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
        cluster = new Cluster(home.resolve("cluster"));
        cluster.awaitUp();
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
        broker.close();
    }

    /** Those of a back end. */
    static Stream<Object[]> runs(String backEnd) {
        String[] seeds = System.getProperty("engine.seeds", "1").split("-", -1);
        return LongStream.rangeClosed(Long.parseLong(seeds[0]), Long.parseLong(seeds[seeds.length - 1]))
                .boxed()
                .flatMap(seed -> rows(backEnd).stream().map(row -> new Object[] {row, backEnd, seed}))
                .filter(run -> ((Disturbance) run[0]).fits(backEnd, (Long) run[2]))
                .filter(run -> MatrixResults.open((Disturbance) run[0], backEnd, (Long) run[2]));
    }

    private static List<Disturbance> rows(String backEnd) {
        String asked = System.getProperty("engine.disturbances", "");
        if (!asked.isEmpty()) {
            return Arrays.stream(asked.split(",", -1)).map(Disturbance::valueOf).toList();
        }
        boolean all = System.getProperty("engine.seeds") != null;
        List<Disturbance> rows = List.of(Disturbance.values());
        return rows.stream()
                .filter(row -> all || backEnd.equals(rows.indexOf(row) % 2 == 0 ? "heap" : "rocksdb"))
                .toList();
    }

    /** Of a run that does not end so, all logs stay. */
    static void assertTheAnswerIsThatOfAPlainRun(Disturbance row, String backEnd, long seed) throws Exception {
        broker.ensureUp();
        cluster.ensureUp();
        String name = row.name().toLowerCase(Locale.ROOT) + "-" + backEnd + "-" + seed;
        long from = System.nanoTime();
        Run run = new Run(cluster, broker, row, backEnd, seed, home.resolve(name));
        try {
            row.play(run);
            run.finish();
            Answer expected = run.expected();
            Answer told = run.told();

            assertThat(run.ownRules())
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
