package id.kentongan.allinone.instance;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of one part, written anew at each start: what lies there is never edited by hand. */
public final class SettingsFile {
    private SettingsFile() {}

    /** Java properties, readable by their owner alone. */
    public static Path write(DataDirectory data, String part, Map<String, String> settings) {
        Properties written = new Properties();
        written.putAll(settings);
        Path file = data.run().resolve(part + ".properties");
        DataDirectory.writePrivate(file, PropertyLines.of(written));
        return file;
    }
}
