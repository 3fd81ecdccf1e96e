package id.kentongan.job.backtest;

import id.kentongan.job.anomaly.Detector;
import id.kentongan.job.anomaly.OfficeHours;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.casework.Casework;
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
    private static final Set<String> HOW =
            Set.of("--out-of-order", "--scopes", "--shadow", "--forests", "--cases-a-day");

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
     * @throws IllegalArgumentException when scopes, detectors, agents or a number are none
     */
    public Judging judging() {
        String bound = last("--out-of-order");
        String shadow = last("--shadow");
        String forests = String.join(" ", values.getOrDefault("--forests", List.of()));
        String casesADay = last("--cases-a-day");
        return new Judging(
                Scopes.parse(String.join(" ", values.getOrDefault("--scopes", List.of()))),
                new Watch(
                        OfficeHours.USUAL,
                        shadow == null ? Watch.IN_SHADOW.shadow() : Detector.parse(shadow),
                        forests.equals(Watch.EVERY) ? Set.of(Watch.EVERY) : Watch.agents(forests)),
                casesADay == null ? Casework.CASES_A_DAY : casesADay(casesADay),
                bound == null ? Duration.ZERO : Duration.parse(bound));
    }

    private static int casesADay(String written) {
        if (written.matches("[1-9]\\d{0,2}") && Integer.parseInt(written) <= Casework.MOST_CASES_A_DAY) {
            return Integer.parseInt(written);
        }
        throw new IllegalArgumentException(
                "--cases-a-day " + written + " is no number from 1 to " + Casework.MOST_CASES_A_DAY);
    }

    private @Nullable String last(String option) {
        List<String> all = values.getOrDefault(option, List.of());
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}
