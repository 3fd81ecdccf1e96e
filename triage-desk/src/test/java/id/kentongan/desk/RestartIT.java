package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.settings.SettingsRefused;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.KilledDesk;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RestartIT {
    private static final Duration SOON = Duration.ofSeconds(45);

    private static TrialHouse house;

    @BeforeAll
    static void open() throws IOException, SQLException {
        house = TrialHouse.open();
    }

    @Test
    void aRestartNeitherLosesNorDoublesACase() throws SQLException {
        Map<String, Object> settings = house.newDesk("restart_it");
        List<String> before;
        try (TrialDesk desk = TrialDesk.start(settings)) {
            desk.logIn();
            assertThat(desk.page("/candidates").text()).contains("Belum ada kandidat", "muncul di sini");
            send("restart_it", "c-1", 1, "Satu");
            send("restart_it", "c-2", 1, "Dua");
            waitFor(desk, 2);
            before = numbers("restart_it");
        }
        send("restart_it", "c-3", 1, "Tiga");
        send("restart_it", "c-1", 2, "Satu lagi");

        try (TrialDesk desk = TrialDesk.start(settings)) {
            desk.logIn();
            waitFor(desk, 3);
            Deadline.within(SOON)
                    .until("version 2", () -> desk.page("/candidates").text().contains("Satu lagi"));

            assertThat(numbers("restart_it")).containsAll(before).hasSize(3).doesNotHaveDuplicates();
            assertThat(desk.actuator("/prometheus").body()).contains("kentongan_desk_cases_received_total 2.0");
        }
    }

    @Test
    void aTopicThatWasCreatedAnewIsReadFromItsBeginning() throws SQLException {
        Map<String, Object> settings = house.newDesk("anew_it");
        try (TrialDesk desk = TrialDesk.start(settings)) {
            desk.logIn();
            send("anew_it", "c-1", 1, "Satu");
            send("anew_it", "c-2", 1, "Dua");
            waitFor(desk, 2);
        }
        house.broker.deleteTopic("anew_it.cases");
        Deadline.within(SOON).until("topic is gone", () -> createdAgain("anew_it.cases"));
        // So many that the old place is a valid one in the new topic: only the topic's id tells the difference.
        for (int i = 3; i <= 5; i++) {
            send("anew_it", "c-" + i, 1, "Baru " + i);
        }

        try (TrialDesk desk = TrialDesk.start(settings)) {
            desk.logIn();
            waitFor(desk, 5);
        }
    }

    @Test
    void aCaseAndThePlaceInTheTopicAreKeptTogetherOrNotAtAll() throws SQLException {
        Map<String, Object> settings = house.newDesk("together_it");
        try (TrialDesk desk = TrialDesk.start(settings)) {
            desk.logIn();
            send("together_it", "c-1", 1, "Satu");
            waitFor(desk, 1);
            run("together_it", """
                    create function refuse() returns trigger language plpgsql as
                    $$ begin raise exception 'the place cannot be kept'; end $$""");
            run("together_it", """
                    create trigger refuse before insert or update on inbox_position
                    for each row execute function refuse()""");
            send("together_it", "c-2", 1, "Dua");
            Deadline.within(SOON)
                    .until(
                            "told in health",
                            () -> desk.actuator("/health").body().contains("cannot be kept"));

            assertThat(numbers("together_it")).hasSize(1);

            run("together_it", "drop trigger refuse on inbox_position");
            waitFor(desk, 2);
            assertThat(desk.actuator("/prometheus").body()).contains("kentongan_desk_cases_received_total 2.0");
        }
    }

    @Test
    void aStartThatMeetsHeldTablesSaysWhoHoldsThemAndGoesOnWhenTheyAreFree() throws IOException, SQLException {
        Map<String, Object> settings = startedOnce("held_it");
        try (Connection other = house.postgres.as("desk", "held_it")) {
            TrialHouse.run(other, "set application_name = 'left-open'");
            other.setAutoCommit(false);
            TrialHouse.run(other, "lock table flyway_schema_history in access exclusive mode");
            try (KilledDesk desk = KilledDesk.start(settings)) {
                Deadline.within(Duration.ofMinutes(2))
                        .until("it says who holds them", () -> desk.log().contains("hold tables of the database"));
                assertThat(desk.log()).contains("left-open of desk, idle in transaction, since");
                assertThat(desk.answers()).isFalse();

                other.rollback();
                desk.awaitAnswer(Duration.ofMinutes(2));
            }
        }
    }

    @Test
    void aStartWaitsForNobodyWhoChangesTheRightsOfAPanel() throws IOException, SQLException {
        Map<String, Object> settings = startedOnce("granted_it");
        try (Connection other = house.postgres.as("desk", "granted_it")) {
            other.setAutoCommit(false);
            TrialHouse.run(other, "revoke select on panel_stages from panel_reader");
            try (KilledDesk desk = KilledDesk.start(settings)) {
                desk.awaitAnswer(Duration.ofMinutes(2));
                assertThat(desk.log()).doesNotContain("hold tables of the database");
            }
        }
    }

    @Test
    void aDatabaseThatWasAwayIsWaitedFor() throws SQLException {
        Map<String, Object> settings = house.newDesk("away_it");
        try (TrialDesk desk = TrialDesk.start(settings)) {
            desk.logIn();
            waitFor(desk, 0);
            try (Connection owner = house.postgres.asOwner()) {
                TrialHouse.run(owner, "alter database away_it allow_connections false");
                TrialHouse.run(
                        owner, "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'away_it'");
                send("away_it", "c-1", 1, "Satu");
                Deadline.within(SOON)
                        .until("health is down", () -> desk.actuator("/health").statusCode() == 503);
                assertThat(desk.get("/candidates", "Accept", "text/html").statusCode())
                        .isEqualTo(503);
                assertThat(desk.get("/candidates", "Accept", "text/html").body())
                        .contains("Basis data");

                TrialHouse.run(owner, "alter database away_it allow_connections true");
            }
            waitFor(desk, 1);
            Deadline.within(SOON)
                    .until("health is up", () -> desk.actuator("/health").statusCode() == 200);
        }
    }

    @Test
    void aBrokerThatWasAwayIsWaitedForWhileThePagesServe() throws SQLException {
        Map<String, Object> settings = house.newDesk("broker_it");
        try (TrialDesk desk = TrialDesk.start(settings)) {
            desk.logIn();
            send("broker_it", "c-1", 1, "Satu");
            waitFor(desk, 1);
            house.broker.stop();
            Deadline.within(SOON)
                    .until("health is down", () -> desk.actuator("/health").statusCode() == 503);

            assertThat(desk.page("/candidates").text()).contains("Satu");

            house.broker.startAgain();
            send("broker_it", "c-2", 1, "Dua");
            waitFor(desk, 2);
        }
    }

    @Test
    void settingsThatAreWrongStopTheStart() throws SQLException {
        Map<String, Object> settings = house.newDesk("wrong_it");
        settings.put("kentongan.desk.kafka-boostrap", "127.0.0.1:1");

        assertThatThrownBy(() -> TrialDesk.start(settings))
                .hasStackTraceContaining(SettingsRefused.class.getName())
                .hasStackTraceContaining("kafka-boostrap is not a setting");

        settings.remove("kentongan.desk.kafka-boostrap");
        settings.put("kentongan.desk.calendar-file", "/no/such/calendar");
        assertThatThrownBy(() -> TrialDesk.start(settings)).hasStackTraceContaining("calendar-file");
    }

    /** Settings of a desk whose tables are there already. */
    private static Map<String, Object> startedOnce(String name) throws SQLException {
        Map<String, Object> settings = house.newDesk(name);
        try (TrialDesk first = TrialDesk.start(settings)) {
            assertThat(first.port()).isPositive();
        }
        return settings;
    }

    private static void waitFor(TrialDesk desk, int cases) {
        Deadline.within(SOON)
                .until(
                        cases + " cases",
                        () -> desk.page("/candidates")
                                        .select("table.cases tbody tr")
                                        .size()
                                == cases);
    }

    private static void send(String prefix, String id, long version, String title) {
        house.broker.send(prefix + ".cases", id, Samples.json(Samples.plain(id, version, Severity.HIGH, title)));
    }

    private static boolean createdAgain(String topic) {
        try {
            house.broker.createTopic(topic);
            return true;
        } catch (IllegalStateException stillThere) {
            return false;
        }
    }

    private static List<String> numbers(String database) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (Connection connection = house.postgres.as("desk", database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select number from case_file")) {
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
        }
        return numbers;
    }

    private static void run(String database, String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", database)) {
            TrialHouse.run(connection, sql);
        }
    }
}
