package id.kentongan.forwarder.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private static final Path ROOT = Path.of(System.getProperty("kentongan.root"));
    private static final Pattern KEY = Pattern.compile("`([a-z]+(?:\\.[<>a-z-]+)*)`");

    @Test
    void theTablesNameEveryKeyAndNoOther() throws IOException {
        Set<String> known = new TreeSet<>(SettingsFile.KEYS);
        known.addAll(SecurityKeys.KEYS);
        for (String key : SettingsFile.OF_A_SOURCE) {
            known.add("source.<name>." + key);
        }
        for (String key : IndexerSettings.KEYS) {
            known.add("source.<name>." + key);
        }

        String pages = rows("wazuh-integration/README.md")
                + rows("docs/how-to/connect-wazuh-5.md").replace("`.", "`source.<name>.");
        Set<String> told = new TreeSet<>();
        KEY.matcher(pages).results().map(found -> found.group(1)).forEach(told::add);

        assertThat(told).isEqualTo(known);
    }

    /** The first cell of each row that begins with a key. */
    private static String rows(String page) throws IOException {
        return Files.readAllLines(ROOT.resolve(page)).stream()
                .filter(line -> line.matches("\\| `(kafka|topic|state|metrics|host|read|source).*"))
                .map(line -> line.split("\\|", -1)[1])
                .collect(Collectors.joining("\n"));
    }
}
