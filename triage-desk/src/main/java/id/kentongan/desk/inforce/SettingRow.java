package id.kentongan.desk.inforce;

import id.kentongan.desk.page.Visible;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.settings.SettingInForce;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One setting as the page shows it.
 *
 * @param meaning message that says what it is for
 * @param unit message of the unit; empty where the value needs none
 * @param where what it was set by
 */
record SettingRow(
        String key, String meaning, @Nullable String value, String unit, boolean secret, String origin, String where) {
    private static final Map<String, String> UNITS = Map.of(
            "-days", "setunit.days",
            "-rows", "setunit.rows",
            "-minutes", "setunit.minutes",
            "-mib", "setunit.mib");

    static SettingRow of(SettingInForce setting) {
        String key = setting.key();
        String value = setting.value();
        return new SettingRow(
                key,
                "setting." + (key.startsWith(DeskSettings.PREFIX) ? key.substring(DeskSettings.PREFIX.length()) : key),
                value == null ? null : Visible.text(value),
                UNITS.entrySet().stream()
                        .filter(unit -> value != null && key.endsWith(unit.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(""),
                setting.secretFile(),
                "origin." + setting.origin().name().toLowerCase(Locale.ROOT),
                Visible.text(setting.where()));
    }
}
