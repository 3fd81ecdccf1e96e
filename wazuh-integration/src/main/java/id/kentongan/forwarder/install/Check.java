package id.kentongan.forwarder.install;

import id.kentongan.forwarder.settings.BadSettingsException;
import id.kentongan.forwarder.settings.ForwarderSettings;
import id.kentongan.forwarder.settings.SettingsFile;
import id.kentongan.forwarder.settings.SourceSettings.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks at all that must be in order between Wazuh and Kafka, and changes nothing. */
final class Check {
    private final Path file;
    private final WazuhHome wazuh;
    private final Accounts accounts;
    private final Path temporary;

    Check(Path file, WazuhHome wazuh, Accounts accounts, Path temporary) {
        this.file = file;
        this.wazuh = wazuh;
        this.accounts = accounts;
        this.temporary = temporary;
    }

    int run(Consumer<String> say) throws IOException {
        Inspection inspection = new Inspection(say);
        ForwarderSettings settings = node(inspection);
        if (settings != null) {
            new BrokerCheck(settings, inspection).run();
        }
        return inspection.exitCode();
    }

    /** All but Kafka. */
    @Nullable
    ForwarderSettings node(Inspection inspection) throws IOException {
        inspection.note("looking as user " + System.getProperty("user.name"));
        ForwarderSettings settings = settings(inspection);
        if (settings != null) {
            state(inspection, settings.stateDir());
            drained(inspection, settings);
        }
        if (wanted(settings, Kind.FILE) || hookWanted(settings)) {
            new WazuhCheck(wazuh, accounts, inspection).run(wanted(settings, Kind.FILE), hookWanted(settings));
        } else {
            inspection.note("no source reads a manager of Wazuh 4; " + wazuh.path() + " is not looked at");
        }
        leftovers(temporary, inspection);
        return settings;
    }

    private @Nullable ForwarderSettings settings(Inspection inspection) {
        try {
            ForwarderSettings settings = SettingsFile.read(file);
            inspection.ok("settings " + file + " have no fault");
            return settings;
        } catch (BadSettingsException e) {
            e.faults().forEach(fault -> inspection.fault("settings " + file, fault));
            return null;
        }
    }

    private static void state(Inspection inspection, Path directory) {
        inspection.judge(
                Files.isDirectory(directory) && Files.isWritable(directory),
                "state directory " + directory + " can be written",
                "state directory " + directory + " is not there, or this user may not write it",
                "start the service once (it makes it), or look as the forwarder's user");
    }

    private void drained(Inspection inspection, ForwarderSettings settings) {
        if (Files.exists(wazuh.hook()) && !wanted(settings, Kind.SPOOL)) {
            inspection.fault(
                    "the hook fills " + wazuh.spool() + " and no source of kind spool reads it",
                    "add one to " + file + ", or: kentongan-forwarder install --remove");
        }
    }

    private static boolean wanted(@Nullable ForwarderSettings settings, Kind kind) {
        return settings == null || settings.sources().stream().anyMatch(source -> source.kind() == kind);
    }

    /** Also where only half of it is there: half a hook is a fault whatever the settings say. */
    private boolean hookWanted(@Nullable ForwarderSettings settings) {
        return Files.exists(wazuh.hook()) || (settings != null && wanted(settings, Kind.SPOOL));
    }

    static void leftovers(Path temporary, Inspection inspection) throws IOException {
        int left = 0;
        try (var files = Files.newDirectoryStream(temporary, "custom-kentongan-*.alert")) {
            for (Path unused : files) {
                left++;
            }
        }
        if (left > 0) {
            inspection.note(left + " file(s) " + temporary + "/custom-kentongan-*.alert: alerts that the integrator was"
                    + " killed over; they are in alerts.json, delete them");
        }
    }
}
