package id.kentongan.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.forwarder.trial.Await;
import id.kentongan.forwarder.trial.Broker;
import id.kentongan.forwarder.trial.Findings;
import id.kentongan.forwarder.trial.OpenSearchNode;
import id.kentongan.forwarder.trial.Program;
import id.kentongan.forwarder.trial.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivered program between a real OpenSearch node and a real broker, killed at each step. */
class FindingsKillIT {
    private static final String STREAM = "wazuh-findings-v5-security";
    private static final int EACH = 1_500;

    @TempDir
    Path dir;

    @Test
    void forwarderAndNodeKilledAtEveryStepLoseNothingAndRepeatOnlyByKey() throws Exception {
        try (Broker broker = new Broker(Files.createDirectory(dir.resolve("broker")));
                OpenSearchNode node = new OpenSearchNode(Files.createDirectory(dir.resolve("node")));
                Program program = program(broker, node)) {
            broker.createTopics("find.");

            killedWhen(program, node, 0, () -> !arrived(broker).isEmpty());
            killedWhen(program, node, 1, () -> checkpointed(program) > 0);
            killedWhen(program, node, 2, () -> arrived(broker).size() > 2 * EACH);
            killedWhen(program, node, 3, () -> checkpointed(program) >= 3L * EACH);
            node.write(STREAM, Findings.range(4 * EACH, EACH));
            node.kill();
            program.start();
            Await.until(
                    "it says that the indexer is away", 20, () -> program.said().contains("cannot reach the indexer"));
            node.start();
            Await.until("all is through", 40, () -> checkpointed(program) >= 5L * EACH);

            List<Topic.Entry> all = Topic.alerts(broker.bootstrap(), "find.alerts");
            Map<String, Integer> byKey = new HashMap<>();
            all.forEach(entry -> byKey.merge(eventId(entry), 1, Integer::sum));
            assertThat(byKey).as("every finding is in the topic").hasSize(5 * EACH);
            assertThat(all.stream().map(FindingsKillIT::place).distinct())
                    .as("a finding that is sent again has the same place")
                    .hasSize(5 * EACH);
            assertThat(all.size()).as("not all is sent again").isLessThan(2 * 5 * EACH);
            assertThat(all).extracting(Topic.Entry::key).contains("n1/007");
        }
    }

    /** Writes some more, starts the program, and kills it as a power cut would as soon as that has happened. */
    private static void killedWhen(Program program, OpenSearchNode node, int round, Callable<Boolean> happened)
            throws Exception {
        node.write(STREAM, Findings.range(round * EACH, EACH));
        program.start();
        Await.until("step " + round, 40, happened);
        program.kill();
    }

    private Program program(Broker broker, OpenSearchNode node) throws IOException {
        return new Program(
                dir.resolve("p"),
                broker.bootstrap(),
                "find.",
                "source.w5.kind=findings",
                "source.w5.url=" + node.url(),
                "source.w5.start=beginning",
                "source.w5.poll=PT0.2S");
    }

    private static List<Topic.Entry> arrived(Broker broker) {
        return Topic.alerts(broker.bootstrap(), "find.alerts");
    }

    private static long checkpointed(Program program) throws IOException {
        return program.checkpoint("w5").path("position").path("next").asLong();
    }

    private static String eventId(Topic.Entry entry) {
        return entry.value().replaceAll(".*\"event\":\\{\"id\":\"([^\"]*)\".*", "$1");
    }

    private static String place(Topic.Entry entry) {
        return entry.header(AlertHeader.FILE) + " " + entry.header(AlertHeader.OFFSET);
    }
}
