package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.Input;
import id.kentongan.allinone.instance.Port;
import id.kentongan.allinone.instance.SettingsFile;
import id.kentongan.allinone.part.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The forwarder, with the one source that the input names. */
public final class ForwarderPart {
    static final String NAME = "forwarder";

    private final Instance instance;

    public ForwarderPart(Instance instance) {
        this.instance = instance;
    }

    Part part() {
        Path settings = SettingsFile.write(instance.data(), NAME, settings());
        String metrics = "http://" + instance.ports().address(Port.FORWARDER_METRICS) + "/metrics";
        return new Part(
                4,
                NAME,
                JavaCommand.withHeap(instance.data(), 96)
                        .startingFast()
                        .running(
                                instance.home().jar("wazuh-integration") + ":"
                                        + instance.home().allLibraries("wazuh-integration"),
                                "id.kentongan.forwarder.Forwarder",
                                settings),
                instance.data().log(NAME),
                HttpProbe.answers(metrics),
                Duration.ofMinutes(1),
                "TERM",
                metrics);
    }

    /** Where the forwarder tells how far it is. */
    public static Path progressFile(Instance instance) {
        return instance.data().of(NAME).resolve("progress.json");
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("kafka.bootstrap", instance.ports().address(Port.KAFKA));
        settings.put("topic.prefix", "");
        settings.put("state.dir", instance.data().of(NAME).toString());
        settings.put("metrics.port", Integer.toString(instance.ports().of(Port.FORWARDER_METRICS)));
        Input input = instance.input();
        String source = "source." + input.kind().name().toLowerCase(java.util.Locale.ROOT);
        settings.put(source + ".path", input.path().toString());
        switch (input.kind()) {
            case DEMO, RECORDED -> {
                settings.put(source + ".kind", "recorded");
                settings.put(source + ".speed", Double.toString(instance.speed()));
            }
            case WAZUH -> settings.put(source + ".kind", "file");
            case HOOK -> {
                settings.put(source + ".kind", "spool");
                Duration delay = instance.hookDelay();
                if (delay != null) {
                    settings.put(source + ".delay", delay.toString());
                }
            }
        }
        return settings;
    }
}
