package id.kentongan.forwarder.settings;

import java.util.List;

/** The settings file cannot be used; the message names every fault, each with its mend. */
public final class BadSettingsException extends RuntimeException {
    private final transient List<String> faults;

    public BadSettingsException(List<String> faults) {
        super("the settings have " + faults.size() + " fault(s):\n  - " + String.join("\n  - ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
