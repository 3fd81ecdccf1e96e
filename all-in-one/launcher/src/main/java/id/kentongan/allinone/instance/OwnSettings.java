package id.kentongan.allinone.instance;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an office sets for a part, beyond what the launcher sets: {@code DATA/settings/PART.properties}, Java properties in
 * UTF-8, read at each start and never written. The part itself judges the values.
 */
public final class OwnSettings {
    private OwnSettings() {}

    /**
     * The launcher's settings with the office's over them.
     *
     * @param fixed keys by which the parts find each other
     * @throws Refused naming the keys in the file that are fixed, or that the file cannot be read
     */
    public static Map<String, String> over(
            DataDirectory data, String part, Map<String, String> launchers, Set<String> fixed) {
        Path file = data.settings().resolve(part + ".properties");
        Map<String, String> all = new TreeMap<>(launchers);
        if (!Files.exists(file)) {
            return all;
        }
        Properties own = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            own.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("Cannot read " + file + " (" + e + "): it takes lines key=value in UTF-8.");
        }
        List<String> taken = own.stringPropertyNames().stream()
                .filter(fixed::contains)
                .sorted()
                .toList();
        if (!taken.isEmpty()) {
            throw new Refused(file + " sets " + String.join(", ", taken)
                    + ", by which the parts find each other: remove that, up sets it.");
        }
        own.stringPropertyNames().forEach(key -> all.put(key, own.getProperty(key)));
        return all;
    }
}
