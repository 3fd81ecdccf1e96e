package id.kentongan.desk.trial;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL and a broker for a developer who tries the desk by hand: writes a settings file for the real jar into the
 * given folder, and sends each line of standard input ({@code key<TAB>json}) to topic {@code cases}. Ends with its input.
 */
public final class TrialRun {
    private TrialRun() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        try (TrialPostgres postgres = TrialPostgres.start(folder);
                TrialBroker broker = TrialBroker.start(folder)) {
            broker.createTopic("cases");
            Path firstLogin =
                    Files.writeString(folder.resolve("first-login"), TrialDesk.NAME + " " + TrialDesk.PASSWORD);
            Files.writeString(folder.resolve("desk.properties"), """
                    kentongan.desk.database-url=%s
                    kentongan.desk.database-user=desk
                    kentongan.desk.database-password-file=%s
                    kentongan.desk.kafka-bootstrap=%s
                    kentongan.desk.first-login-file=%s
                    kentongan.desk.demo=true
                    """.formatted(
                            postgres.url("kentongan"), postgres.passwordFile(), broker.bootstrap(), firstLogin));
            try (var lines = new java.io.BufferedReader(
                    new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] parts = line.split("\t", 2);
                    broker.send("cases", parts[0], parts[1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
            }
        }
    }
}
