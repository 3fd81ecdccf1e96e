package id.kentongan.job.backtest;

import id.kentongan.job.anomaly.Detector;
import id.kentongan.job.anomaly.OfficeHours;
import id.kentongan.job.anomaly.Watch;
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
    private static final Set<String> HOW = Set.of("--out-of-order", "--scopes", "--shadow");

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
     * How files are judged.
     *
     * @throws java.time.format.DateTimeParseException when the bound is no duration
     * @throws IllegalArgumentException when scopes or detectors are none
     */
    public Judging judging() {
        String bound = last("--out-of-order");
        String shadow = last("--shadow");
        return new Judging(
                Scopes.parse(String.join(" ", values.getOrDefault("--scopes", List.of()))),
                shadow == null ? Watch.IN_SHADOW : new Watch(OfficeHours.USUAL, Detector.parse(shadow)),
                bound == null ? Duration.ZERO : Duration.parse(bound));
    }

    private @Nullable String last(String option) {
        List<String> all = values.getOrDefault(option, List.of());
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}
