package id.kentongan.bench.ground;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** One real broker in a process of its own, on loopback, with fresh storage. */
public final class Broker implements AutoCloseable {
    public static final int PARTITIONS = 4;

    private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qg";
    private static final int HEAP_MIB = 512;
    private static final int START_SECONDS = 60;

    private final String bootstrap;
    private final Running running;
    private final Admin admin;

    private Broker(String bootstrap, Running running, Admin admin) {
        this.bootstrap = bootstrap;
        this.running = running;
        this.admin = admin;
    }

    /** Starts one that keeps its storage below {@code dir}, which is empty. */
    public static Broker start(Home home, Children children, Path dir) throws IOException, InterruptedException {
        Path log = dir.resolve("broker.log");
        String bootstrap = "127.0.0.1:" + freePort();
        Path settings = Files.writeString(
                dir.resolve("server.properties"), settings(bootstrap, "127.0.0.1:" + freePort(), dir));
        String tool = "kafka.tools.StorageTool";
        if (!children.run(java(home, tool, "format", "--standalone", "-t", CLUSTER, "-c", settings.toString()), log)) {
            throw new BrokenBenchException("cannot format the broker's storage; see " + log);
        }
        Running running = children.start(java(home, "kafka.Kafka", settings.toString()), Map.of(), log);
        Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        Broker broker = new Broker(bootstrap, running, admin);
        broker.awaitAnswer(log);
        return broker;
    }

    private static List<String> java(Home home, String main, String... arguments) {
        List<String> words = new ArrayList<>(Home.java(HEAP_MIB));
        words.addAll(List.of("-cp", home.libraries("all-in-one/kafka") + "/*", main));
        words.addAll(List.of(arguments));
        return words;
    }

    private void awaitAnswer(Path log) throws InterruptedException {
        try {
            admin.describeCluster().nodes().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokenBenchException("the broker does not answer (" + e + "); see " + log);
        }
    }

    private static String settings(String broker, String controller, Path dir) {
        return String.join(
                "\n",
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.bootstrap.servers=" + controller,
                "listeners=PLAINTEXT://" + broker + ",CONTROLLER://" + controller,
                "advertised.listeners=PLAINTEXT://" + broker,
                "controller.listener.names=CONTROLLER",
                "inter.broker.listener.name=PLAINTEXT",
                "log.dirs=" + dir.resolve("storage"),
                "offsets.topic.replication.factor=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "offsets.topic.num.partitions=1",
                "log.message.timestamp.type=LogAppendTime",
                "auto.create.topics.enable=false",
                "");
    }

    public String bootstrap() {
        return bootstrap;
    }

    public double cpuSeconds() {
        return running.cpuSeconds();
    }

    /** Makes topics of {@value #PARTITIONS} partitions whose records carry the time of their arrival. */
    public void create(Collection<String> topics) throws InterruptedException {
        await(() -> admin.createTopics(topics.stream()
                        .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                        .toList())
                .all()
                .get(30, TimeUnit.SECONDS));
        for (String topic : topics) {
            awaitLeaders(topic);
        }
    }

    /** The broker says that a topic is made a moment before it takes records. */
    private void awaitLeaders(String topic) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                admin.listOffsets(latest(topic)).all().get(30, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException | TimeoutException e) {
                if (tries == 50) {
                    throw new BrokenBenchException("the broker does not know topic " + topic + ": " + e);
                }
                Thread.sleep(200);
            }
        }
    }

    private static Map<TopicPartition, OffsetSpec> latest(String topic) {
        return partitions(topic).stream().collect(Collectors.toMap(it -> it, it -> OffsetSpec.latest()));
    }

    public void delete(Collection<String> topics) throws InterruptedException {
        await(() -> admin.deleteTopics(topics).all().get(30, TimeUnit.SECONDS));
    }

    /** Records that the topic has taken so far, of any kind. */
    public long records(String topic) throws InterruptedException {
        return await(() -> admin.listOffsets(latest(topic)).all().get(30, TimeUnit.SECONDS)).values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    public static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private interface Answer<T> {
        T get() throws ExecutionException, InterruptedException, TimeoutException;
    }

    private static <T> T await(Answer<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokenBenchException("the broker refused: " + e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Its storage is of no more use. */
    @Override
    public void close() {
        admin.close();
        running.kill();
    }
}
