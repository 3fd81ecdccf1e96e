package id.kentongan.allinone.verb;

import id.kentongan.allinone.instance.DataDirectory;
import id.kentongan.allinone.instance.Input;
import id.kentongan.allinone.instance.Refused;
import id.kentongan.allinone.parts.Demo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where alerts come from: at most one of them, none for the demo or for what was there before. */
final class InputOptions {
    private static final long USUAL_SEED = 42;
    private static final double A_DAY_IN_A_MINUTE = 1440;

    @Option(
            names = "--alerts",
            paramLabel = "FILE_OR_DIR",
            description = "Replay recorded alerts (alerts.json, plain or .gz, or a folder of them).")
    @Nullable
    Path alerts;

    @Option(
            names = "--wazuh",
            paramLabel = "DIR",
            description = "Follow the alerts of a Wazuh manager on this machine (DIR is usually /var/ossec).")
    @Nullable
    Path wazuh;

    @Option(names = "--no-demo", description = "Wait for the alerts that the Wazuh hook brings.")
    boolean noDemo;

    @Option(names = "--seed", paramLabel = "N", description = "Of the demo's chance. Default: 42.")
    @Nullable
    Long seed;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Seconds of the recording for each second of the replay; 0 = as fast as possible."
                    + " Default: 1440 for the demo (a day in a minute), 0 for --alerts.")
    @Nullable
    Double speed;

    /** What was asked for in so many words; empty when nothing was. */
    Optional<Input> asked(DataDirectory data) {
        if (Stream.of(alerts != null, wazuh != null, noDemo, seed != null)
                        .filter(it -> it)
                        .count()
                > 1) {
            throw new Refused("Of --alerts, --wazuh, --no-demo and --seed (for the demo) only one can be given.");
        }
        if (alerts != null) {
            return Optional.of(new Input(Input.Kind.RECORDED, existing(alerts), 0));
        }
        if (wazuh != null) {
            return Optional.of(new Input(Input.Kind.WAZUH, alertsOf(existing(wazuh)), 0));
        }
        if (noDemo) {
            return Optional.of(new Input(Input.Kind.HOOK, data.of("spool").resolve("alerts.spool"), 0));
        }
        return Optional.ofNullable(seed).map(it -> demo(data, it));
    }

    Input otherwise(DataDirectory data) {
        return demo(data, USUAL_SEED);
    }

    double speedFor(Input input) {
        if (speed != null && !(speed >= 0 && speed <= 1_000_000_000)) {
            throw new Refused("--speed " + speed + " is not a number from 0 to 1000000000.");
        }
        if (speed != null) {
            return speed;
        }
        return input.kind() == Input.Kind.DEMO ? A_DAY_IN_A_MINUTE : 0;
    }

    private static Input demo(DataDirectory data, long seed) {
        return new Input(Input.Kind.DEMO, Demo.alerts(data), seed);
    }

    private static Path existing(Path path) {
        if (!Files.isReadable(path)) {
            throw new Refused("Cannot read " + path.toAbsolutePath() + ": it does not exist, or this user may not.");
        }
        return path;
    }

    private static Path alertsOf(Path wazuh) {
        return Stream.of("logs/alerts/alerts.json", "alerts/alerts.json", "alerts.json")
                .map(wazuh::resolve)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new Refused("Cannot read logs/alerts/alerts.json in " + wazuh.toAbsolutePath()
                        + ". Name Wazuh's folder (usually /var/ossec) and run as a user of group wazuh."));
    }
}
