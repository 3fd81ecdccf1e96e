package id.kentongan.job.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.forwarder.trial.Await;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Flink cluster of separate processes on 127.0.0.1: a job manager and task managers with two slots each. The job is
 * handed over by REST, as its users hand it over: its jar; or a start of what lies on the class path, as {@code up} has it.
 */
final class Cluster implements AutoCloseable {
    private static final Path ROOT =
            Path.of(System.getProperty("kentongan.root", ".")).toAbsolutePath();
    private static final Path JAR = ROOT.resolve("flink-job/target/flink-job-0.1.0-SNAPSHOT.jar");
    /** The classes of a job that ended hang on soft references alone, for minutes. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:SoftRefLRUPolicyMSPerMB=1");

    private static final String MAIN = "id.kentongan.job.KentonganJob";
    private static final int SLOTS = 2;

    private final Path home;
    private final int size;
    private final String heap;
    private final List<String> options;
    private final boolean observed;
    private final boolean hasTheJob;
    private final int restPort = freePort();
    private final FlinkRest rest = new FlinkRest(restPort);
    private final List<Process> taskManagers = new ArrayList<>();
    private final Process jobManager;
    private String jar = "";
    private int started;

    /** One that starts quickly, runs for a short time, and tells twice a second how far it is; the job is on its class path. */
    static Cluster withTheJob(Path home) throws Exception {
        return new Cluster(home, 2, "512m", SHORT_LIVED, true, true);
    }

    /** The same, but the job comes as its jar, and has class loaders of its own at each start: half as fast. */
    static Cluster withoutTheJob(Path home) throws Exception {
        return new Cluster(home, 2, "512m", SHORT_LIVED, true, false);
    }

    /** One whose work is measured: one task manager for both cores, with so much heap; the job comes as its jar. */
    static Cluster measured(Path home, String heap) throws Exception {
        return new Cluster(home, 1, heap, List.of("-XX:+UseParallelGC"), false, false);
    }

    private Cluster(Path home, int size, String heap, List<String> options, boolean observed, boolean hasTheJob)
            throws Exception {
        this.size = size;
        this.heap = heap;
        this.options = List.copyOf(options);
        this.observed = observed;
        this.hasTheJob = hasTheJob;
        this.home = Files.createDirectories(home);
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(conf.resolve("config.yaml"), settings(restPort, freePort()));
        Files.writeString(conf.resolve("log4j2.properties"), """
                rootLogger.level=info
                rootLogger.appenderRef.out.ref=out
                appender.out.type=Console
                appender.out.name=out
                appender.out.layout.type=PatternLayout
                appender.out.layout.pattern=%d %-5p %c{1} - %m%n
                """);
        jobManager =
                java("job-manager", "256m", "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint");
        for (int i = 0; i < size; i++) {
            startTaskManager();
        }
    }

    Cluster awaitUp() throws Exception {
        Await.until("the cluster has its slots", 60, () -> slots() == SLOTS * size);
        jar = rest.upload(hasTheJob ? emptyJar() : JAR);
        return this;
    }

    /** REST starts no job without one. */
    private Path emptyJar() throws IOException {
        Path empty = home.resolve("empty.jar");
        new JarOutputStream(Files.newOutputStream(empty), new Manifest()).close();
        return empty;
    }

    FlinkRest rest() {
        return rest;
    }

    /** With {@code savepoint}, goes on from there. */
    JobOnCluster run(Path settings, @Nullable String savepoint) throws Exception {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("entryClass", MAIN);
        body.putArray("programArgsList").add(settings.toString());
        if (savepoint != null) {
            body.put("savepointPath", savepoint);
        }
        JsonNode answer = rest.post("/jars/" + jar + "/run", body);
        JobOnCluster job = new JobOnCluster(rest, answer.path("jobid").asText());
        job.awaitRunning();
        return job;
    }

    void startTaskManager() throws IOException {
        taskManagers.add(
                java("task-manager-" + started++, heap, "org.apache.flink.runtime.taskexecutor.TaskManagerRunner"));
    }

    /** As a power cut would. */
    void killTaskManager() throws InterruptedException {
        Process killed = taskManagers.remove(0);
        killed.destroyForcibly();
        killed.waitFor();
    }

    void assertNobodyDied() {
        assertThat(taskManagers).hasSize(size).allMatch(Process::isAlive);
    }

    /** After a run that failed in the middle. */
    void ensureUp() throws Exception {
        taskManagers.removeIf(each -> !each.isAlive());
        while (taskManagers.size() < size) {
            startTaskManager();
        }
        for (JsonNode job : rest.get("/jobs").path("jobs")) {
            if (!List.of("FINISHED", "CANCELED", "FAILED")
                    .contains(job.path("status").asText())) {
                rest.cancel(job.path("id").asText());
            }
        }
        Await.until("all slots are free", 60, () -> freeSlots() == SLOTS * size);
    }

    private int slots() throws Exception {
        return rest.get("/overview").path("slots-total").asInt();
    }

    private int freeSlots() throws Exception {
        return rest.get("/overview").path("slots-available").asInt();
    }

    private Process java(String name, String heap, String main) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:MaxMetaspaceSize=512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+HeapDumpOnOutOfMemoryError",
                "-XX:HeapDumpPath=" + home,
                "-Dlog4j2.configurationFile=" + home.resolve("conf/log4j2.properties")));
        command.addAll(options);
        Stream.of("lang", "net", "io", "nio", "lang.reflect", "text", "time", "util", "util.concurrent")
                .forEach(opened -> command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED"));
        String flink = ROOT + "/all-in-one/flink/target/lib/*";
        command.addAll(List.of("-cp", hasTheJob ? JAR + ":" + flink : flink, main, "--configDir"));
        command.add(home.resolve("conf").toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve(name + ".log").toFile()))
                .start();
    }

    private String settings(int restPort, int rpcPort) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "jobmanager.rpc.address", "127.0.0.1",
                "jobmanager.rpc.port", Integer.toString(rpcPort),
                "jobmanager.bind-host", "127.0.0.1",
                "taskmanager.host", "127.0.0.1",
                "taskmanager.bind-host", "127.0.0.1",
                "rest.address", "127.0.0.1",
                "rest.bind-address", "127.0.0.1",
                "rest.port", Integer.toString(restPort),
                "rest.bind-port", Integer.toString(restPort),
                "io.tmp.dirs", home.resolve("tmp").toString()));
        settings.put("heartbeat.interval", "500 ms");
        settings.put("heartbeat.timeout", "5 s");
        settings.put("metrics.fetcher.update-interval", observed ? "500 ms" : "2 s");
        settings.put("web.refresh-interval", observed ? "500 ms" : "2 s");
        settings.put("web.timeout", "20 s"); // so long metrics stand still when one who is asked dies; else ten minutes
        settings.put("rest.cache.checkpoint-statistics.timeout", "0 ms");
        settings.put("taskmanager.numberOfTaskSlots", Integer.toString(SLOTS));
        settings.put("taskmanager.load-balance.mode", "SLOTS");
        settings.put("restart-strategy.exponential-delay.initial-backoff", "200 ms");
        settings.put("state.backend.local-recovery", "false");
        settings.putAll(memory());
        settings.put("taskmanager.memory.jvm-overhead.min", "64m");
        StringBuilder yaml = new StringBuilder();
        settings.forEach(
                (key, value) -> yaml.append(key).append(": \"").append(value).append("\"\n"));
        return yaml.toString();
    }

    /** What Flink's start scripts would reckon out. */
    private static Map<String, String> memory() {
        return Map.of(
                "taskmanager.cpu.cores", "2",
                "taskmanager.memory.framework.heap.size", "128m",
                "taskmanager.memory.framework.off-heap.size", "64m",
                "taskmanager.memory.task.heap.size", "384m",
                "taskmanager.memory.task.off-heap.size", "0m",
                "taskmanager.memory.network.min", "32m",
                "taskmanager.memory.network.max", "32m",
                "taskmanager.memory.managed.size", "128m",
                "taskmanager.memory.jvm-metaspace.size", "512m",
                "taskmanager.memory.jvm-overhead.max", "64m");
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
        taskManagers.forEach(Process::destroyForcibly);
        jobManager.destroyForcibly();
    }
}
