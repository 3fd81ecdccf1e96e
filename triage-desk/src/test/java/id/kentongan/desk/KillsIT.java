package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.assessment.Assessments;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.KilledDesk;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The desk is a process of its own here, killed at random while versions of cases come in and people move cases at the
 * same time. Afterwards every row must be what it would be without: the newest version of each case, each move once, with
 * its journal entry, and the chain whole. {@code prove desk} runs it longer, by its properties.
 */
class KillsIT {
    private static final int KILLS = Integer.getInteger("desk.kills", 2);
    private static final int VERSIONS = Integer.getInteger("desk.versions", 300);
    private static final int TRANSITIONS = Integer.getInteger("desk.transitions", 60);
    private static final long SEED = Long.getLong("desk.seed", System.nanoTime());
    private static final int PEOPLE = 6;

    private final Random random = new Random(SEED);
    private final TrialHouse house;

    KillsIT() throws IOException, SQLException {
        house = TrialHouse.open();
    }

    @Test
    void nothingIsLostOrDoubledHoweverOftenTheDeskIsKilled() throws Exception {
        System.Logger log = System.getLogger("kills");
        log.log(System.Logger.Level.INFO, "seed " + SEED);
        Map<String, Object> settings = TrialTeam.settings(house, "kills_it");
        try (TrialDesk first = TrialDesk.start(settings)) {
            assertThat(first.port()).isPositive();
        }
        key("ani");
        int cases = Math.max(TRANSITIONS / 2, 1);
        Map<String, Long> newest = new TreeMap<>();
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        try (KilledDesk desk = KilledDesk.start(settings)) {
            send(cases, cases, newest);
            Deadline.within(Duration.ofMinutes(2)).until("all cases", () -> count("case_file") == cases);
            List<String> numbers = texts("select number from case_file order by number");
            ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
            for (int i = 0; i < TRANSITIONS; i++) {
                String number = numbers.get(i % numbers.size());
                people.execute(() -> take(desk, number, taken));
            }
            people.shutdown();
            for (int kill = 0; kill < KILLS; kill++) {
                send(cases, (VERSIONS - cases) / KILLS, newest);
                desk.awaitAnswer(Duration.ofMinutes(2));
                int patience = random.nextInt(1500);
                Deadline.within(Duration.ofSeconds(10)).until("some work", () -> desk.millis() > patience);
                desk.kill();
            }
            assertThat(people.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
            Deadline.within(Duration.ofMinutes(3))
                    .until("the newest versions", () -> versions().equals(newest));
        }
        everyRowIsRight(cases, taken);
        try (TrialDesk after = TrialDesk.start(settings)) {
            after.logIn(TrialTeam.AUDITOR, TrialTeam.password(TrialTeam.AUDITOR));
            assertThat(after.page("/journal?verify=true").text()).contains("Rantai utuh");
        }
        page();
    }

    /** Versions only grow; some are sent twice, as at least once means. */
    private void send(int cases, int records, Map<String, Long> newest) {
        List<Map.Entry<String, byte[]>> all = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            String id = newest.size() < cases ? "c-" + newest.size() : "c-" + random.nextInt(cases);
            long version = newest.merge(id, 1L, Long::sum);
            byte[] json = Samples.json(Samples.plain(id, version, Severity.LOW, "Kasus " + id));
            all.add(Map.entry(id, json));
            if (random.nextInt(8) == 0) {
                all.add(Map.entry(id, json));
            }
        }
        house.broker.sendAll("kills_it.cases", all);
    }

    /** Two ask for each case; tries again while the desk is away, as a person would. */
    private static void take(KilledDesk desk, String number, Queue<String> taken) {
        Deadline.within(Duration.ofMinutes(5)).until("an answer", () -> {
            int status = desk.post("/api/v1/cases/" + number + "/taking", "ktg_ani");
            if (status == 200) {
                taken.add(number);
            }
            return status == 200 || status == 409;
        });
    }

    private void everyRowIsRight(int cases, Queue<String> taken) throws SQLException {
        assertThat(count("case_file")).isEqualTo(cases);
        assertThat(texts("select number from case_file group by number having count(*) > 1"))
                .isEmpty();
        assertThat(new ArrayList<>(taken)).as("nobody was told twice").doesNotHaveDuplicates();
        assertThat(texts("select number from case_file join case_course using (case_id) where stage = 'ANALYSIS'"))
                .containsAll(taken)
                .hasSize(cases);
        assertThat(texts("""
                select number from case_file file where
                    (select count(*) from case_move move where move.case_id = file.case_id) <> 1
                    or (select count(*) from journal where subject = file.number and deed = 'TAKE') <> 1
                """)).as("each move once, with its entry").isEmpty();
        assertThat(count("inbox_refused")).isZero();
    }

    private Map<String, Long> versions() {
        Map<String, Long> versions = new TreeMap<>();
        for (String row : texts("select case_id || ' ' || version from case_file")) {
            versions.put(row.substring(0, row.indexOf(' ')), Long.parseLong(row.substring(row.indexOf(' ') + 1)));
        }
        return versions;
    }

    private long count(String table) {
        return Long.parseLong(texts("select count(*)::text from " + table).get(0));
    }

    private void key(String person) throws SQLException {
        String hash = Assessments.sha256(("ktg_" + person).getBytes(StandardCharsets.UTF_8));
        try (Connection connection = house.postgres.as("desk", "kills_it")) {
            TrialHouse.run(
                    connection,
                    "insert into api_token (token_hash, person, purpose, made_at, expires_at) values ('" + hash + "', '"
                            + person + "', 'x', now(), now() + interval '1 day')");
        }
    }

    private List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = house.postgres.as("desk", "kills_it");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        return texts;
    }

    private static void page() throws IOException {
        String page = System.getProperty("desk.page");
        if (page != null) {
            Files.writeString(Path.of(page), """
                    # The desk under kills

                    Written by `./kentongan prove desk`; do not edit. The desk ran as a process of its own and was killed
                    %,d times at random (SIGKILL) while %,d versions of %,d cases came in and %d people asked for %,d
                    moves, two for each case. Afterwards: the newest version of every case, each case taken exactly once,
                    with one entry in the journal, nobody told twice that it is theirs, and the chain whole.

                    Seed %d, commit %s.
                    """.formatted(
                            KILLS,
                            VERSIONS,
                            Math.max(TRANSITIONS / 2, 1),
                            PEOPLE,
                            TRANSITIONS,
                            SEED,
                            System.getProperty("desk.commit", "unknown")));
        }
    }
}
