package id.kentongan.forwarder.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One call, taken apart: the command, its plain words, its options. */
record Call(String command, List<String> words, Map<String, String> values, Set<String> flags) {
    private static final Set<String> WITH_VALUE = Set.of("--settings", "--wazuh");
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "check", Set.of("--settings", "--wazuh"),
            "install", Set.of("--settings", "--wazuh", "--dry-run", "--hook", "--remove"),
            "status", Set.of("--settings"),
            "seek", Set.of("--settings"),
            "retire", Set.of("--settings"));
    private static final Map<String, List<String>> WORDS =
            Map.of("seek", List.of("a source", "a start"), "retire", List.of("a source"));

    Call {
        words = List.copyOf(words);
        values = Map.copyOf(values);
        flags = Set.copyOf(flags);
    }

    /** What is wrong with the call goes to {@code fault}. */
    static Call parse(String[] args, Consumer<String> fault) {
        String command = args.length == 0 ? "help" : args[0];
        Set<String> known = OPTIONS.getOrDefault(command, Set.of());
        List<String> words = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        Set<String> flags = new TreeSet<>();
        for (int i = 1; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                words.add(args[i]);
            } else if (!known.contains(args[i])) {
                fault.accept(command + " knows no " + args[i]);
            } else if (!WITH_VALUE.contains(args[i])) {
                flags.add(args[i]);
            } else if (i + 1 < args.length) {
                values.put(args[i], args[++i]);
            } else {
                fault.accept(args[i] + " wants a path behind it");
            }
        }
        List<String> expected = WORDS.getOrDefault(command, List.of());
        if (OPTIONS.containsKey(command) && words.size() != expected.size()) {
            String wanted = expected.isEmpty() ? "no word" : String.join(" and ", expected);
            fault.accept(command + " takes " + wanted + ", got " + words);
        }
        return new Call(command, words, values, flags);
    }

    Path settings() {
        return Path.of(values.getOrDefault("--settings", "/etc/kentongan/forwarder.properties"));
    }

    Path wazuh() {
        return Path.of(values.getOrDefault("--wazuh", "/var/ossec"));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
