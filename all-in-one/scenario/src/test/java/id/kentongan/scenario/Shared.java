package id.kentongan.scenario;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts that lie beside the checkout; tests that need them are skipped where they are absent. */
final class Shared {
    static final Path ROOT = Path.of(System.getProperty("kentongan.root", "."));

    private Shared() {}

    /** The stock rules by id; each row by column name. */
    static Map<String, Map<String, String>> stockRules() throws IOException {
        Path table = ROOT.resolve("../shared/data/wazuh-ruleset/rules-4.14.7.csv");
        assumeTrue(Files.exists(table), "the stock rule table is not beside the checkout");
        List<String> lines = Files.readAllLines(table);
        List<String> names = cells(lines.get(0));
        Map<String, Map<String, String>> rules = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(names.get(i), cells.get(i));
            }
            rules.put(cells.get(0), row);
        }
        return rules;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
