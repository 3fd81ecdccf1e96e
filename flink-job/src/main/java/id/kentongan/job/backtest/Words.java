package id.kentongan.job.backtest;

import id.kentongan.job.casework.Scopes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was typed behind {@code kentongan backtest} or {@code evaluate}: options, each with one value or several. */
public final class Words {
    private static final Set<String> HOW = Set.of("--out-of-order", "--scopes");

    private final Map<String, List<String>> values;

    private Words(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Takes the words apart.
     *
     * @param known options besides those that say how files are judged
     * @throws IllegalArgumentException naming the word that was not understood
     */
    public static Words of(List<String> words, Set<String> known) {
        Map<String, List<String>> values = new TreeMap<>();
        String option = "";
        for (String word : words) {
            if (word.startsWith("--")) {
                option = word;
            } else if (known.contains(option) || HOW.contains(option)) {
                values.computeIfAbsent(option, any -> new ArrayList<>()).add(word);
            } else {
                throw new IllegalArgumentException("not understood: " + word);
            }
        }
        return new Words(values);
    }

    public List<Path> paths(String option) {
        return values.getOrDefault(option, List.of()).stream().map(Path::of).toList();
    }

    /** The last one given. */
    public @Nullable Path path(String option) {
        String last = last(option);
        return last == null ? null : Path.of(last);
    }

    /**
     * How much later than others an alert may stand in a file.
     *
     * @throws java.time.format.DateTimeParseException when it is no duration
     */
    public Duration outOfOrder() {
        String last = last("--out-of-order");
        return last == null ? Duration.ZERO : Duration.parse(last);
    }

    /**
     * Sites told apart.
     *
     * @throws IllegalArgumentException when they are none
     */
    public Scopes scopes() {
        String last = last("--scopes");
        return last == null ? Scopes.ONE : Scopes.parse(last);
    }

    private @Nullable String last(String option) {
        List<String> all = values.getOrDefault(option, List.of());
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}
