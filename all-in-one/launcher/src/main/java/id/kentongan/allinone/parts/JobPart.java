package id.kentongan.allinone.parts;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.allinone.instance.OwnSettings;
import id.kentongan.allinone.instance.Port;
import id.kentongan.allinone.instance.SettingsFile;
import id.kentongan.allinone.part.Part;
import id.kentongan.allinone.part.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The Flink job with its cluster, and the rules that it judges by, which are published before it. */
final class JobPart {
    static final String NAME = "job";

    /** What Flink's own start scripts open on JDK 17. */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.net",
            "java.base/java.io",
            "java.base/java.nio",
            "java.base/sun.nio.ch",
            "java.base/java.lang.reflect",
            "java.base/java.text",
            "java.base/java.time",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/java.util.concurrent.locks");

    private static final Set<String> FIXED =
            Set.of("kafka.bootstrap", "topic.prefix", "checkpoint.dir", "rest.port", "metrics.port");

    private final Instance instance;

    JobPart(Instance instance) {
        this.instance = instance;
    }

    void publishRules(Task task) throws InterruptedException {
        Path settings =
                SettingsFile.write(instance.data(), NAME, OwnSettings.over(instance.data(), NAME, settings(), FIXED));
        task.run(
                "rules",
                "Publishing the rules",
                JavaCommand.withHeap(instance.data(), 192)
                        .startingFast()
                        .running(
                                classPath(),
                                "id.kentongan.job.rulebook.PublishRules",
                                settings,
                                instance.home().rules()),
                instance.data().log("rules"),
                60);
    }

    private Map<String, String> settings() {
        return Map.of(
                "kafka.bootstrap",
                instance.ports().address(Port.KAFKA),
                "topic.prefix",
                "",
                "checkpoint.dir",
                instance.data().of("checkpoints").toString(),
                "checkpoint.interval",
                "PT5S",
                "parallelism",
                "1",
                "rest.port",
                Integer.toString(instance.ports().of(Port.FLINK)),
                "metrics.port",
                Integer.toString(instance.ports().of(Port.JOB_METRICS)));
    }

    Part part() {
        String rest = "http://" + instance.ports().address(Port.FLINK);
        JavaCommand java = JavaCommand.withHeap(instance.data(), 640);
        OPENED.forEach(it -> java.flag("--add-opens=" + it + "=ALL-UNNAMED"));
        return new Part(
                3,
                NAME,
                java.running(
                        classPath(),
                        "id.kentongan.job.KentonganJob",
                        instance.data().run().resolve(NAME + ".properties")),
                instance.data().log(NAME),
                HttpProbe.answersJson(rest + "/jobs/overview", JobPart::aJobRuns),
                Duration.ofMinutes(2),
                "TERM",
                rest);
    }

    private static boolean aJobRuns(JsonNode overview) {
        return StreamSupport.stream(overview.path("jobs").spliterator(), false)
                .anyMatch(it -> it.path("state").asText().equals("RUNNING"));
    }

    private String classPath() {
        return instance.home().jar("flink-job") + ":" + instance.home().allLibraries("all-in-one/flink");
    }
}
