package id.kentongan.desk.settings;

import java.util.List;

/** The desk cannot start with these settings. The message holds every fault, each with its mend. */
public final class SettingsRefused extends RuntimeException {
    public SettingsRefused(List<String> faults) {
        super("The desk's settings are refused:\n  - " + String.join("\n  - ", faults));
    }
}
