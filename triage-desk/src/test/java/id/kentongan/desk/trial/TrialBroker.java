package id.kentongan.desk.trial;

import id.kentongan.contracts.AlertHeader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A real broker in a process of its own, with the class path that the build copied to {@code target/broker-lib}. */
public final class TrialBroker implements AutoCloseable {
    private static final Path CLASS_PATH = Path.of("target", "broker-lib");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private TrialBroker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static TrialBroker start(Path folder) throws IOException {
        TrialBroker broker = new TrialBroker(folder, freePort());
        Files.writeString(folder.resolve("server.properties"), broker.settings(freePort()));
        Files.writeString(folder.resolve("log4j2.xml"), LOGGING);
        broker.run("kafka.tools.StorageTool", "format", "--standalone", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c")
                .onExit()
                .join();
        broker.startAgain();
        return broker;
    }

    public void startAgain() {
        process = run("kafka.Kafka");
        Deadline.within(PATIENCE).until("the broker answers", this::answers);
    }

    /** Ends the broker in good order. */
    public void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    public void createTopic(String name) {
        try (Admin admin = admin()) {
            NewTopic topic = new NewTopic(name, Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic.configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception fault) {
            throw new IllegalStateException("topic " + name, fault);
        }
    }

    public void deleteTopic(String name) {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(name)).all().get(30, TimeUnit.SECONDS);
        } catch (Exception fault) {
            throw new IllegalStateException("topic " + name, fault);
        }
    }

    public void send(String topic, @Nullable String key, byte @Nullable [] value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    /** A forwarder's word that it lives. */
    public void heartbeat(String topic, String source) {
        send(marked(topic, source, new byte[0], Map.of(AlertHeader.SOURCE, source, AlertHeader.HEARTBEAT, "1")));
    }

    /** A line that a forwarder or the job refused. */
    public void rejected(String topic, String source, String reason, byte[] line, Map<AlertHeader, String> more) {
        ProducerRecord<String, byte[]> record =
                marked(topic, source, line, Map.of(AlertHeader.SOURCE, source, AlertHeader.REASON, reason));
        more.forEach((name, text) -> record.headers().add(name.key(), text.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    /** A reader of that group notes how far it came. */
    public void note(String group, String topic, long offset) {
        try (Admin admin = admin()) {
            admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception fault) {
            throw new IllegalStateException("offset of " + group, fault);
        }
    }

    private static ProducerRecord<String, byte[]> marked(
            String topic, String key, byte[] value, Map<AlertHeader, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name.key(), text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private void send(ProducerRecord<String, byte[]> record) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException fault) {
            throw new IllegalStateException("record for " + record.topic(), fault);
        }
    }

    /** Many records of one key, in order; returns when the last has arrived. */
    public void sendAll(String topic, String key, List<byte[]> values) {
        sendAll(topic, values.stream().map(value -> Map.entry(key, value)).toList());
    }

    /** Many records, in order, each with its key; returns when the last has arrived. */
    public void sendAll(String topic, List<Map.Entry<String, byte[]>> records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap(), "acks", "all", "linger.ms", 20);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            records.forEach(one -> sent.add(producer.send(new ProducerRecord<>(topic, one.getKey(), one.getValue()))));
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException fault) {
            throw new IllegalStateException("records for " + topic, fault);
        }
    }

    /** Every record of a topic so far, as {@code key=value}; the value null for an emptied key. */
    public List<String> records(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap(), "auto.offset.reset", "earliest");
        List<String> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition only = new TopicPartition(topic, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).get(only);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> records.add(one.key() + "=" + one.value()));
            }
        }
        return records;
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap()));
    }

    private boolean answers() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            throw new IllegalStateException("the broker ended; see " + folder.resolve("broker.log"));
        }
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (Exception notYet) {
            return false;
        }
    }

    private Process run(String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + folder.resolve("log4j2.xml"),
                "-cp",
                CLASS_PATH.toAbsolutePath() + File.separator + "*",
                mainClass));
        command.addAll(List.of(arguments));
        command.add(folder.resolve("server.properties").toString());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("broker.log").toFile()))
                    .start();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private String settings(int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                auto.create.topics.enable=false
                """.formatted(port, controllerPort, folder.resolve("log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final String LOGGING = """
            <Configuration status="ERROR"><Appenders><Console name="out"><PatternLayout pattern="%d %p %c{1.} %m%n"/></Console></Appenders>
            <Loggers><Root level="WARN"><AppenderRef ref="out"/></Root></Loggers></Configuration>
            """;
}
