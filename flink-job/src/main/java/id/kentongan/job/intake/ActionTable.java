package id.kentongan.job.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code actions.txt}: a line an action, {@code name: rule ids}. */
final class ActionTable {
    private ActionTable() {}

    static Map<String, Action> read() {
        Map<String, Action> byName =
                Arrays.stream(Action.values()).collect(Collectors.toMap(Action::written, Function.identity()));
        Map<String, Action> byRule = new HashMap<>();
        try (var in = Objects.requireNonNull(ActionTable.class.getResourceAsStream("/actions.txt"), "actions.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> take(line, byName, byRule));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(byRule);
    }

    private static void take(String line, Map<String, Action> byName, Map<String, Action> byRule) {
        int colon = line.indexOf(':');
        Action action = Objects.requireNonNull(byName.get(line.substring(0, colon)), line);
        for (String ruleId : line.substring(colon + 1).strip().split("\\s+", -1)) {
            if (byRule.put(ruleId, action) != null) {
                throw new IllegalStateException(
                        "expected each rule id once in actions.txt, but " + ruleId + " is twice");
            }
        }
    }
}
