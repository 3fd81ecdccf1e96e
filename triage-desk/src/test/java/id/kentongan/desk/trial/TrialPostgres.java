package id.kentongan.desk.trial;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL as an installation has it: role and database of the desk, and the role that Grafana reads with. */
public final class TrialPostgres implements AutoCloseable {
    private static final String PASSWORD = "only-for-tests";

    private final EmbeddedPostgres server;
    private final Path passwordFile;

    private TrialPostgres(EmbeddedPostgres server, Path passwordFile) {
        this.server = server;
        this.passwordFile = passwordFile;
    }

    public static TrialPostgres start(Path folder) throws IOException, SQLException {
        Path passwordFile = Files.writeString(folder.resolve("database-password"), PASSWORD + "\n");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
        TrialPostgres postgres = new TrialPostgres(server, passwordFile);
        try (Connection owner = server.getPostgresDatabase().getConnection()) {
            run(owner, "create role desk login password '" + PASSWORD + "'");
            run(owner, "create role panel_reader login password '" + PASSWORD + "'");
            run(owner, "create database kentongan owner desk");
        }
        return postgres;
    }

    /** A database of its own, owned by the desk's role. */
    public String freshDatabase(String name) throws SQLException {
        try (Connection owner = server.getPostgresDatabase().getConnection()) {
            run(owner, "create database " + name + " owner desk");
        }
        return url(name);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    public Path passwordFile() {
        return passwordFile;
    }

    public Connection asOwner() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    public Connection as(String role, String database) throws SQLException {
        return DriverManager.getConnection(url(database), role, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
