package id.kentongan.desk.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Everything the desk can be told under {@code kentongan.desk}.
 *
 * @param databaseUrl {@code jdbc:postgresql://host:port/database}, without user and password
 * @param databasePasswordFile file whose first line is the password
 * @param kafkaBootstrap {@code host:port}, several joined by commas
 * @param topicPrefix put before every topic's name; empty by default
 * @param firstLoginFile one line {@code name password}; read only while nobody may enter yet
 * @param timeZone of the people at the desk; default Asia/Jakarta
 * @param demo true shows a banner that says so
 */
public record DeskSettings(
        String databaseUrl,
        String databaseUser,
        Path databasePasswordFile,
        String kafkaBootstrap,
        String topicPrefix,
        @Nullable Path firstLoginFile,
        ZoneId timeZone,
        boolean demo) {

    public static final String PREFIX = "kentongan.desk.";
}
