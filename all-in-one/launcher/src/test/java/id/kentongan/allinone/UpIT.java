package id.kentongan.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.kentongan.allinone.instance.PartRecord;
import id.kentongan.allinone.instance.Port;
import id.kentongan.allinone.instance.Ports;
import id.kentongan.allinone.instance.RunningProcess;
import id.kentongan.allinone.instance.Secret;
import id.kentongan.allinone.instance.Secrets;
import id.kentongan.contracts.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with real Kafka and real PostgreSQL; the programs of others are stand-ins. */
class UpIT {
    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void aCheckout() throws IOException {
        launched = new Launched(StandInHome.in(folder.resolve("home")), folder.resolve("data"), List.of());
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        launched.endAll();
        StandInHome.unlink(folder.resolve("home"));
    }

    @Test
    void everythingComesUpStopsAndGoesOnWhereItWas() throws Exception {
        Launched.Up first = launched.up();

        Launched.await("the end of the replay", () -> Launched.says(first, "Replay done"));
        assertThat(first.said()).contains("analis / ", "Ctrl-C");
        assertThat(launched.run("status").exitCode()).isZero();
        assertThat(fsync()).isEqualTo("on");
        topicsFollowTheContract();
        caseIsWritten("case-1.json");
        assertThat(launched.run("cases").said()).contains("CASE", "VERSION", "FIRST SEEN");
        assertThat(launched.run("cases", "--json").said()).startsWith("{\"id\":");
        String login = new Secrets(launched.data()).read(Secret.ANALYST);

        assertThat(launched.run("up").exitCode()).isEqualTo(1);

        Collection<PartRecord> parts = launched.parts().values();
        assertThat(launched.run("down").exitCode()).isZero();
        assertThat(first.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(first.process().exitValue()).isZero();
        assertThat(parts).hasSize(5).noneMatch(it -> it.process().isAlive());
        assertThat(launched.run("status").exitCode()).isEqualTo(3);

        launched.up();

        assertThat(launched.run("cases", "--json").said()).startsWith("{\"id\":");
        assertThat(new Secrets(launched.data()).read(Secret.ANALYST)).isEqualTo(login);
        assertThat(launched.run("down").exitCode()).isZero();
    }

    @Test
    void killedPartsAreStartedAgainAndALauncherThatWasKilledLeavesNothingThatBlocks() throws Exception {
        Launched.Up first = launched.up();

        Map<String, RunningProcess> before = new TreeMap<>();
        List.of("postgres", "kafka", "forwarder").forEach(it -> before.put(it, launched.processOf(it)));
        before.values().forEach(it -> it.signal("KILL"));
        before.forEach((part, killed) -> Launched.await(part + " to be up again", () -> isUpAgain(part, killed)));
        assertThat(first.said()).contains("postgres ended unexpectedly", "postgres is up again");

        Collection<PartRecord> orphans = launched.parts().values();
        first.process().destroyForcibly().waitFor();
        assertThat(orphans).allMatch(it -> it.process().isAlive());
        assertThat(launched.run("status").said()).contains("The launcher was killed");

        Launched.Up second = launched.up();

        assertThat(second.said()).contains("left over from an earlier run");
        assertThat(orphans).noneMatch(it -> it.process().isAlive());
        assertThat(launched.run("down").exitCode()).isZero();
    }

    @Test
    void anOrdinaryUserNeedsNoNamespaceForPostgres() throws Exception {
        List<String> asNobody = List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become an ordinary user");
        assumeTrue(mayRead(asNobody, Launched.JAR), "nobody may not read this checkout");
        Files.setOwner(
                folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        launched = new Launched(folder.resolve("home"), folder.resolve("data"), asNobody);

        launched.up();

        assertThat(launched.run("status").exitCode()).isZero();
        assertThat(Files.getOwner(Path.of(
                                "/proc/" + launched.processOf("postgres").pid()))
                        .getName())
                .isEqualTo("nobody");
        assertThat(launched.run("down").exitCode()).isZero();
    }

    private static boolean mayRead(List<String> asUser, Path file) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(asUser);
        words.addAll(List.of("test", "-r", file.toString()));
        return new ProcessBuilder(words).start().waitFor() == 0;
    }

    private boolean isUpAgain(String part, RunningProcess killed) {
        PartRecord now = launched.parts().get(part);
        return now != null
                && !now.process().equals(killed)
                && now.state().equals("UP")
                && now.restarts() > 0
                && now.process().isAlive();
    }

    private String fsync() throws SQLException {
        String url = "jdbc:postgresql://" + ports().address(Port.POSTGRES) + "/kentongan";
        try (Connection reader = DriverManager.getConnection(
                        url, "panel_reader", new Secrets(launched.data()).read(Secret.PANEL_READER));
                ResultSet answer = reader.createStatement().executeQuery("SHOW fsync")) {
            answer.next();
            return answer.getString(1);
        }
    }

    private void topicsFollowTheContract() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ports().address(Port.KAFKA)))) {
            List<String> names =
                    Arrays.stream(Topic.values()).map(it -> it.named("")).toList();
            admin.describeTopics(names)
                    .allTopicNames()
                    .get()
                    .forEach((name, made) -> assertThat(made.partitions())
                            .as(name)
                            .hasSize(Arrays.stream(Topic.values())
                                    .filter(it -> it.named("").equals(name))
                                    .findFirst()
                                    .orElseThrow()
                                    .partitions()));
            ConfigResource cases = new ConfigResource(ConfigResource.Type.TOPIC, "cases");
            assertThat(admin.describeConfigs(List.of(cases))
                            .all()
                            .get()
                            .get(cases)
                            .get("cleanup.policy"))
                    .extracting(it -> it.value())
                    .isEqualTo("compact");
        }
    }

    private void caseIsWritten(String sample) throws Exception {
        Path written = Path.of(System.getProperty("kentongan.root"))
                .resolve("contracts/src/test/resources/samples")
                .resolve(sample);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", ports().address(Port.KAFKA)),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            "cases", sample.getBytes(StandardCharsets.UTF_8), Files.readAllBytes(written)))
                    .get();
        }
    }

    private Ports ports() {
        return Ports.kept(launched.data());
    }
}
