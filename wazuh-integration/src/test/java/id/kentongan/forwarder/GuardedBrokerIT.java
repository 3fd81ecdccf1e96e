package id.kentongan.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.forwarder.trial.Await;
import id.kentongan.forwarder.trial.Broker;
import id.kentongan.forwarder.trial.KeyPairFiles;
import id.kentongan.forwarder.trial.Program;
import id.kentongan.forwarder.trial.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, passwords and certificates, against a real broker that asks for them. */
class GuardedBrokerIT {
    private static final String PASSWORD = "a b\\c;";

    @TempDir
    static Path shared;

    private static KeyPairFiles brokersOwn;
    private static KeyPairFiles forwardersOwn;
    private static Broker broker;

    @TempDir
    Path dir;

    @BeforeAll
    static void startBroker() throws Exception {
        brokersOwn = KeyPairFiles.make(shared, "broker");
        forwardersOwn = KeyPairFiles.make(shared, "forwarder");
        broker = Broker.guarded(shared, brokersOwn, forwardersOwn, "edge", PASSWORD);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void rightAuthorityAndPasswordLetAlertsThrough() throws Exception {
        broker.createTopics("right.");

        try (Program program = login("right.", brokersOwn, PASSWORD).start()) {
            Await.until("all is through", 30, () -> sent(program) == 3);
            assertThat(program.said()).doesNotContain("WARN", PASSWORD);
        }

        assertThat(Topic.alerts(broker.bootstrap(), "right.alerts")).hasSize(3);
    }

    @Test
    void ownCertificateLetsAlertsThroughWhereOneIsAskedFor() throws Exception {
        broker.createTopics("mutual.");
        Program mutual = program(
                broker.mutualBootstrap(),
                "mutual.",
                "kafka.security=tls",
                "kafka.ca-file=" + brokersOwn.certificate(),
                "kafka.certificate-file=" + forwardersOwn.certificate(),
                "kafka.key-file=" + forwardersOwn.key());

        try (Program program = mutual.start()) {
            Await.until("all is through", 30, () -> sent(program) == 3);
        }
    }

    @Test
    void wrongAuthorityIsToldOnceAndItWaits() throws Exception {
        broker.createTopics("ca.");

        try (Program program = login("ca.", forwardersOwn, PASSWORD).start()) {
            assertToldOnceAndWaiting(program, "SSL handshake failed");
        }
    }

    @Test
    void wrongPasswordIsToldOnceAndTheRightOneIsTakenWithoutARestart() throws Exception {
        broker.createTopics("password.");

        try (Program program = login("password.", brokersOwn, "wrong").start()) {
            assertToldOnceAndWaiting(program, "invalid credentials");
            assertThat(program.said()).doesNotContain("wrong");

            Files.writeString(dir.resolve("password"), PASSWORD + "\n");
            Await.until("all is through", 30, () -> sent(program) == 3);
        }
    }

    /** "Does not answer" comes after five seconds, so several rounds have failed by then. */
    private static void assertToldOnceAndWaiting(Program program, String what) throws Exception {
        Await.until("it says what is wrong", 30, () -> program.said().contains(what));
        Await.until("it has tried on", 30, () -> program.said().contains("does not answer"));
        assertThat(program.said().lines().filter(line -> line.contains("WARN"))).hasSize(1);
        assertThat(program.alive()).isTrue();
    }

    private Program login(String prefix, KeyPairFiles trusted, String password) throws Exception {
        Path file = Files.writeString(dir.resolve("password"), password + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        return program(
                broker.loginBootstrap(),
                prefix,
                "kafka.security=sasl-tls",
                "kafka.ca-file=" + trusted.certificate(),
                "kafka.sasl.user=edge",
                "kafka.sasl.password-file=" + file);
    }

    private Program program(String bootstrap, String prefix, String... guards) throws Exception {
        Path alerts = Files.writeString(dir.resolve("alerts.json"), "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n");
        List<String> lines = new java.util.ArrayList<>(List.of(guards));
        lines.add("source.s.kind=file");
        lines.add("source.s.path=" + alerts);
        return new Program(dir.resolve("p"), bootstrap, prefix, lines.toArray(String[]::new));
    }

    private static long sent(Program program) throws Exception {
        return program.progress().path("sent").asLong();
    }
}
