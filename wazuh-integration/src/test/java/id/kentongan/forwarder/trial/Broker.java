package id.kentongan.forwarder.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** A real broker in a process of its own, with a class path of its own. */
public final class Broker implements AutoCloseable {
    private static final Path LIBRARIES =
            Path.of(System.getProperty("kentongan.root", "."), "all-in-one", "kafka", "target", "lib");

    private final Path dir;
    private final int port = freePort();
    private final int loginPort = freePort();
    private final int mutualPort = freePort();
    private Process process;

    public Broker(Path dir) throws Exception {
        this(dir, "", List.of());
    }

    /** With two guarded doors more: one asks for name and password, the other for a certificate of {@code trusted}. */
    public static Broker guarded(Path dir, KeyPairFiles own, KeyPairFiles trusted, String name, String password)
            throws Exception {
        String guards = String.join(
                "\n",
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,LOGIN:SASL_SSL,MUTUAL:SSL",
                "sasl.enabled.mechanisms=SCRAM-SHA-512",
                "listener.name.login.scram-sha-512.sasl.jaas.config="
                        + "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "ssl.keystore.location=" + own.store(),
                "ssl.keystore.password=" + KeyPairFiles.STORE_PASSWORD,
                "ssl.truststore.location=" + trusted.certificate(),
                "ssl.truststore.type=PEM",
                "listener.name.mutual.ssl.client.auth=required",
                "");
        return new Broker(
                dir, guards, List.of("--add-scram", "SCRAM-SHA-512=[name=" + name + ",password=\"" + password + "\"]"));
    }

    private Broker(Path dir, String guards, List<String> atFormat) throws Exception {
        this.dir = dir;
        assertThat(LIBRARIES)
                .as("the broker's class path, made by module all-in-one-kafka")
                .isDirectory();
        Files.writeString(dir.resolve("server.properties"), settings(freePort(), !guards.isEmpty()) + guards);
        List<String> arguments = new ArrayList<>(List.of("format", "--standalone", "-t", "MkU3OEVBNTcwNTJENDM2Qg"));
        arguments.addAll(List.of("-c", dir.resolve("server.properties").toString()));
        arguments.addAll(atFormat);
        Process format = java("kafka.tools.StorageTool", arguments.toArray(String[]::new));
        assertThat(format.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(format.exitValue()).isZero();
        start();
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    public String loginBootstrap() {
        return "127.0.0.1:" + loginPort;
    }

    public String mutualBootstrap() {
        return "127.0.0.1:" + mutualPort;
    }

    public void start() throws Exception {
        process = java("kafka.Kafka", dir.resolve("server.properties").toString());
        Await.until("the broker answers", 60, () -> {
            try (Admin admin = admin()) {
                return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
            }
        });
    }

    /** As a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** After a test that failed between stop and start. */
    public void ensureUp() throws Exception {
        if (!process.isAlive()) {
            start();
        }
    }

    public void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    public void createTopics(String prefix) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(
                            new NewTopic(prefix + "alerts", 4, (short) 1),
                            new NewTopic(prefix + "alerts.rejected", 1, (short) 1),
                            new NewTopic(prefix + "sources", 1, (short) 1),
                            new NewTopic(prefix + "ledger", 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    /** Lets a topic take only so many bytes at once. */
    public void limit(String topic, int bytes) throws Exception {
        var limit = new AlterConfigOp(new ConfigEntry("max.message.bytes", "" + bytes), AlterConfigOp.OpType.SET);
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(limit)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private Admin admin() {
        return Admin.create(
                Map.of("bootstrap.servers", bootstrap(), "request.timeout.ms", 2000, "default.api.timeout.ms", 3000));
    }

    private Process java(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                LIBRARIES.toAbsolutePath() + "/*",
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        dir.resolve("broker.log").toFile()))
                .start();
    }

    private String settings(int controllerPort, boolean guarded) {
        String doors = "PLAINTEXT://127.0.0.1:" + port
                + (guarded ? ",LOGIN://" + loginBootstrap() + ",MUTUAL://" + mutualBootstrap() : "");
        return String.join(
                "\n",
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.bootstrap.servers=127.0.0.1:" + controllerPort,
                "listeners=" + doors + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners=" + doors,
                "controller.listener.names=CONTROLLER",
                "inter.broker.listener.name=PLAINTEXT",
                "log.dirs=" + dir.resolve("log"),
                "offsets.topic.replication.factor=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "offsets.topic.num.partitions=1",
                "auto.create.topics.enable=false",
                "");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
