package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.Port;
import id.kentongan.allinone.instance.SettingsFile;
import id.kentongan.allinone.part.Part;
import id.kentongan.allinone.part.StartFailed;
import id.kentongan.allinone.part.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Uuid;

/** One Kafka node, broker and controller in one process. */
final class KafkaPart {
    static final String NAME = "kafka";

    private final Instance instance;
    private final Path log;

    KafkaPart(Instance instance) {
        this.instance = instance;
        this.log = instance.data().log(NAME);
    }

    /** Formats the storage, once. */
    void prepare(Task task) throws InterruptedException {
        Path settings = SettingsFile.write(instance.data(), NAME, settings());
        if (Files.exists(storage().resolve("meta.properties"))) {
            return;
        }
        task.run(
                "kafka-format",
                "Formatting Kafka's storage",
                JavaCommand.withHeap(instance.data(), 128)
                        .startingFast()
                        .running(
                                instance.home().allLibraries("all-in-one/kafka"),
                                "kafka.tools.StorageTool",
                                "format",
                                "-t",
                                Uuid.randomUuid(),
                                "-c",
                                settings),
                log,
                60);
    }

    /** After a death without a goodbye the controller waits for the old session to end: about 10 s, at times more. */
    Part part() {
        return new Part(
                1,
                NAME,
                JavaCommand.withHeap(instance.data(), 384)
                        .flag("-Dlog4j2.configurationFile=" + logSettings())
                        .running(
                                instance.home().allLibraries("all-in-one/kafka"),
                                "kafka.Kafka",
                                instance.data().run().resolve(NAME + ".properties")),
                log,
                new KafkaProbe(instance.ports().address(Port.KAFKA)),
                Duration.ofMinutes(1),
                "TERM",
                instance.ports().address(Port.KAFKA));
    }

    private Map<String, String> settings() {
        String broker = instance.ports().address(Port.KAFKA);
        String controller = instance.ports().address(Port.KAFKA_CONTROLLER);
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        // Fixed voters are read anew at each start, so that the controller's port may change.
        settings.put("controller.quorum.voters", "1@" + controller);
        settings.put("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + broker);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", storage().toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        alone(settings);
        small(settings);
        // Nobody else has a copy: write through to the disk every second.
        settings.put("log.flush.interval.ms", "1000");
        settings.put("log.flush.scheduler.interval.ms", "1000");
        return settings;
    }

    private static void alone(Map<String, String> settings) {
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void small(Map<String, String> settings) {
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "4");
    }

    private Path storage() {
        return instance.data().of(NAME);
    }

    private Path logSettings() {
        Path file = instance.data().run().resolve("kafka-log4j2.xml");
        try (InputStream packed = KafkaPart.class.getResourceAsStream("/kafka-log4j2.xml")) {
            if (packed == null) {
                throw new StartFailed("kafka-log4j2.xml is missing from the launcher's jar.", log);
            }
            Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
