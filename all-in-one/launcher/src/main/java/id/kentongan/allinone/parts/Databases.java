package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.Port;
import id.kentongan.allinone.instance.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The database of the desk and the two roles that reach it. */
final class Databases {
    static final String OWNER = "postgres";
    static final String DESK = "desk";
    static final String PANEL_READER = "panel_reader";
    static final String KENTONGAN = "kentongan";

    private final Instance instance;

    Databases(Instance instance) {
        this.instance = instance;
    }

    /** Whether PostgreSQL takes connections. */
    boolean answer() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Makes what is missing and sets both passwords to what the secret files say. */
    void create() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            role(statement, DESK, Secret.DESK_DATABASE);
            role(statement, PANEL_READER, Secret.PANEL_READER);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", KENTONGAN)) {
                statement.execute("CREATE DATABASE " + KENTONGAN + " OWNER " + DESK);
            }
            statement.execute("REVOKE ALL ON DATABASE " + KENTONGAN + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + KENTONGAN + " TO " + PANEL_READER);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused to make the roles and the database", e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://" + instance.ports().address(Port.POSTGRES) + "/" + database;
    }

    private void role(Statement statement, String role, Secret password) throws SQLException {
        if (!exists(statement.getConnection(), "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            statement.execute("CREATE ROLE " + role + " LOGIN");
        }
        // Roles take no parameters; our passwords hold letters, digits and hyphens only, others are quoted.
        String quoted = "'" + instance.secrets().read(password).replace("'", "''") + "'";
        statement.execute("ALTER ROLE " + role + " PASSWORD " + quoted);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(query)) {
            asked.setString(1, name);
            return asked.executeQuery().next();
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", OWNER);
        login.setProperty("password", instance.secrets().read(Secret.POSTGRES_OWNER));
        login.setProperty("connectTimeout", "2");
        login.setProperty("loginTimeout", "2");
        return DriverManager.getConnection(url("postgres"), login);
    }
}
