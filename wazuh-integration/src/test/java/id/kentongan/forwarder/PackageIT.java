package id.kentongan.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.forwarder.trial.Await;
import id.kentongan.forwarder.trial.Broker;
import id.kentongan.forwarder.trial.Topic;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package as it is delivered, unpacked and run by an unprivileged user against a real broker. */
class PackageIT {
    private static final Path DEB = Path.of(
            System.getProperty("kentongan.root", "."), "wazuh-integration", "target", "kentongan-forwarder.deb");

    @TempDir
    static Path shared;

    private static Broker broker;
    private static Unpacked program;

    @TempDir
    Path dir;

    @BeforeAll
    static void unpack() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "no dpkg-deb here");
        open(shared);
        Path root = shared.resolve("root");
        Unpacked.run("dpkg-deb", "-x", DEB.toString(), root.toString());
        program = new Unpacked(root);
        broker = new Broker(Files.createDirectory(shared.resolve("broker")));
    }

    @AfterAll
    static void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void packageIsSmallAndHoldsWhatItShouldOfRootAndWritableByNobodyElse() throws Exception {
        List<String> lines =
                Unpacked.run("dpkg-deb", "-c", DEB.toString()).lines().toList();

        assertThat(Files.size(DEB)).isLessThan(60L << 20);
        assertThat(lines).allMatch(line -> line.contains(" root/root "));
        assertThat(lines).noneMatch(line -> line.matches("[-d].(....w|.......w).*"));
        for (String path : List.of(
                "./usr/bin/kentongan-forwarder -> ../lib/kentongan-forwarder/bin/kentongan-forwarder",
                "./usr/lib/kentongan-forwarder/bin/kentongan-forwarder",
                "./usr/lib/systemd/system/kentongan-forwarder.service",
                "./usr/share/doc/kentongan-forwarder/README.md",
                "./usr/share/doc/kentongan-forwarder/install-on-wazuh.md",
                "./usr/share/doc/kentongan-forwarder/copyright")) {
            assertThat(lines).anyMatch(line -> line.endsWith(" " + path));
        }
        assertThat(lines.stream().filter(line -> line.matches("-..x.*"))).hasSize(1);
        assertThat(Unpacked.run("dpkg-deb", "-f", DEB.toString(), "Version")).startsWith("0.1.0");
    }

    @Test
    void unprivilegedUserInstallsLooksAndCarriesAlerts() throws Exception {
        broker.createTopics("deb.");
        Path ossec = manager();
        Path settings = dir.resolve("forwarder.properties");
        Unpacked.Answer installed =
                program.answer("install", "--hook", "--wazuh", ossec.toString(), "--settings", settings.toString());
        assertThat(installed.exit()).as(installed.said()).isEqualTo(1);
        assertThat(installed.said()).contains("integrations/custom-kentongan is not root:wazuh");
        assertThat(ossec.resolve("integrations/custom-kentongan")).exists();
        int metrics = freePort();
        settle(settings, "deb.", metrics);

        Process running =
                program.start(ProcessBuilder.Redirect.to(dir.resolve("log").toFile()), "run", settings.toString());
        try {
            Files.writeString(ossec.resolve("queue/kentongan/alerts.spool"), "{\"n\":1}\n{\"n\":2}\n");
            Await.until(
                    "both are through",
                    40,
                    () -> Topic.alerts(broker.bootstrap(), "deb.alerts").size() == 2);
            assertThat(Unpacked.listening(running)).containsOnly("0000000000000000FFFF00000100007F");
            System.getLogger("PackageIT")
                    .log(System.Logger.Level.INFO, "resident KiB: {0}", "" + Unpacked.residentKib(running));
            assertThat(Unpacked.residentKib(running)).isLessThan(200 << 10);

            Unpacked.Answer checked =
                    program.answer("check", "--wazuh", ossec.toString(), "--settings", settings.toString());
            assertThat(checked.said())
                    .contains("has topic deb.alerts\n", "Wazuh 4.14.7", "has topic deb.ledger")
                    .contains("the block custom-kentongan stands before every block without JSON");
            Await.until("status is well", 10, () -> status(settings).exit() == 0);
            assertThat(program.answer("seek", source(settings), "end", "--settings", settings.toString())
                            .said())
                    .contains("the forwarder runs");
        } finally {
            running.destroy();
        }
        assertThat(running.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(status(settings).said()).contains("the forwarder does not run");
        assertRetiresInEveryPartition(settings);
        assertThat(program.answer("seek", source(settings), "end", "--settings", settings.toString()))
                .matches(answer -> answer.exit() == 0);
        assertThat(Files.readString(dir.resolve("log"))).doesNotContain("WARN", "ERROR");
    }

    private void assertRetiresInEveryPartition(Path settings) throws Exception {
        Unpacked.Answer retired = program.answer("retire", source(settings), "--settings", settings.toString());

        assertThat(retired.said()).contains("is retired: take it out of the settings");
        assertThat(retired.exit()).isZero();
        assertThat(Topic.read(broker.bootstrap(), "deb.alerts").stream()
                        .filter(entry -> entry.header(AlertHeader.END) != null))
                .hasSize(id.kentongan.contracts.Topic.ALERTS.partitions());
        assertThat(Topic.read(broker.bootstrap(), "deb.sources"))
                .last()
                .matches(entry -> entry.value().contains("\"retired\":true"));
    }

    @Test
    void secondForwarderOnTheSameStateIsRefused() throws Exception {
        Path ossec = manager();
        Path settings = dir.resolve("forwarder.properties");
        assertThat(program.answer("install", "--wazuh", ossec.toString(), "--settings", settings.toString())
                        .exit())
                .isZero();
        settle(settings, "", 0);
        Process first = program.start(ProcessBuilder.Redirect.DISCARD, "run", settings.toString());
        try {
            Await.until("the first holds the lock", 20, () -> Files.exists(dir.resolve("state/progress.json")));

            Unpacked.Answer second = program.answer("run", settings.toString());

            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.said()).contains("another forwarder works on");
        } finally {
            first.destroyForcibly();
        }
    }

    private Unpacked.Answer status(Path settings) throws Exception {
        return program.answer("status", "--settings", settings.toString());
    }

    private static String source(Path settings) throws Exception {
        return Files.readString(settings).replaceAll("(?s).*\nsource\\.([^.]+)\\.kind.*", "$1");
    }

    /** What an administrator would do by hand. */
    private void settle(Path settings, String prefix, int metrics) throws Exception {
        String text = Files.readString(settings)
                .replace("127.0.0.1:9092", broker.bootstrap())
                .replace("/var/lib/kentongan-forwarder", dir.resolve("state").toString())
                .replaceAll("metrics.port=\\d+", "metrics.port=" + metrics);
        Files.writeString(settings, text + "topic.prefix=" + prefix + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    }

    private Path manager() throws Exception {
        open(dir);
        Path ossec = dir.resolve("ossec");
        for (String each : List.of("etc", "integrations", "queue", "logs/alerts/2026/Nov")) {
            Files.createDirectories(ossec.resolve(each));
        }
        Files.writeString(ossec.resolve("VERSION.json"), "{\"version\":\"4.14.7\"}");
        Files.writeString(ossec.resolve("logs/alerts/alerts.json"), "");
        Files.writeString(ossec.resolve("etc/ossec.conf"), "<ossec_config>\n</ossec_config>\n");
        Unpacked.give(dir);
        return ossec;
    }

    /** JUnit's own directories are closed to others. */
    private static void open(Path directory) throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
