package id.kentongan.job.metrics;

import io.micrometer.core.instrument.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.metrics.MetricGroup;

/** Which of Flink's metrics we show, and under what name and tags. */
record MetricName(String name, List<Tag> tags) {
    private static final Set<String> OF_THE_JOB = Set.of(
            "numRestarts",
            "uptime",
            "numberOfCompletedCheckpoints",
            "numberOfFailedCheckpoints",
            "lastCheckpointDuration",
            "lastCheckpointSize");

    MetricName {
        tags = List.copyOf(tags);
    }

    static Optional<MetricName> of(String name, MetricGroup group) {
        Map<String, String> variables = group.getAllVariables();
        String reason = variables.get("<reason>");
        if (List.of(group.getScopeComponents()).contains("kentongan")) {
            List<Tag> tags = new ArrayList<>();
            tags.add(Tag.of("subtask", variables.getOrDefault("<subtask_index>", "0")));
            if (reason != null) {
                tags.add(Tag.of("reason", reason));
            }
            return Optional.of(new MetricName("kentongan_job_" + name, tags));
        }
        boolean shown = OF_THE_JOB.contains(name)
                && variables.containsKey("<job_name>")
                && !variables.containsKey("<task_name>");
        return shown ? Optional.of(new MetricName("kentongan_job_flink_" + snake(name), List.of())) : Optional.empty();
    }

    private static String snake(String camel) {
        return camel.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
