package id.kentongan.forwarder.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** The tree of a manager, of the present user. */
record FakeWazuh(WazuhHome home, Accounts accounts) {
    /** Two roots, a comment that holds a block, an entity, a character that no XML reader takes, Latin-1. */
    static final String CONF = """
            <!-- stock -->
            <ossec_config>
              <global><log_alert_level>5</log_alert_level></global>
              <!-- <integration><name>custom-kentongan</name></integration> -->
              <localfile><command>a \\< b & c \u00e9</command></localfile>
            </ossec_config>

            <ossec_config>
              <integration>
                <name>slack</name>
                <hook_url>https://hooks.example/?a=1&amp;b=2</hook_url>
              </integration>
              <integration>
                <name>custom-other</name>
                <alert_format>json</alert_format>
              </integration>
            </ossec_config>
            """;

    static FakeWazuh at(Path path, String conf) throws IOException {
        Path etc = Files.createDirectories(path.resolve("etc"));
        Files.createDirectories(path.resolve("integrations"));
        Files.createDirectories(path.resolve("queue"));
        Path month = Files.createDirectories(path.resolve("logs/alerts/2026/Nov"));
        Files.writeString(month.resolve("ossec-alerts-02.json"), "{\"n\":1}\n");
        Files.writeString(path.resolve("logs/alerts/alerts.json"), "{\"n\":1}\n");
        Files.writeString(path.resolve("VERSION.json"), "{\n  \"version\": \"4.14.7\",\n  \"stage\": \"rc1\"\n}");
        Path file = etc.resolve("ossec.conf");
        Files.write(file, conf.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        PosixFileAttributes own = Files.readAttributes(path, PosixFileAttributes.class);
        return new FakeWazuh(
                new WazuhHome(path),
                new Accounts(own.owner().getName(), own.group().getName()));
    }
}
