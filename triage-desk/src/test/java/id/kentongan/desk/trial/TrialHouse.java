package id.kentongan.desk.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL and one broker for all integration tests of a run, started by the first that asks. */
public final class TrialHouse {
    private static @Nullable TrialHouse house;

    public final TrialPostgres postgres;
    public final TrialBroker broker;
    private final Path firstLogin;
    private final Path folder;

    private TrialHouse() throws IOException, SQLException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "trial")), "house")
                .toAbsolutePath();
        firstLogin = Files.writeString(folder.resolve("first-login"), TrialDesk.NAME + " " + TrialDesk.PASSWORD);
        postgres = TrialPostgres.start(folder);
        broker = TrialBroker.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    }

    public static synchronized TrialHouse open() throws IOException, SQLException {
        TrialHouse open = house == null ? new TrialHouse() : house;
        house = open;
        return open;
    }

    public static void run(Connection connection, String sql) throws SQLException {
        TrialPostgres.run(connection, sql);
    }

    /** Rows in a table of a desk. */
    public long count(String desk, String table) {
        try (Connection connection = postgres.as("desk", desk);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** A settings file of a test's own. */
    public Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Settings of a desk with a database and a topic of its own, both new. */
    public Map<String, Object> newDesk(String name) throws SQLException {
        broker.createTopic(name + ".cases");
        Map<String, Object> settings = new HashMap<>(TrialDesk.settings(
                postgres.freshDatabase(name), postgres.passwordFile(), broker.bootstrap(), firstLogin));
        settings.put("kentongan.desk.topic-prefix", name + ".");
        return settings;
    }
}
