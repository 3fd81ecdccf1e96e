package id.kentongan.desk.settings;

import java.util.List;

/** Every setting that there is, each once, those of the desk itself first. */
public record SettingsInForce(List<SettingInForce> all) {
    public SettingsInForce {
        all = List.copyOf(all);
    }
}
