package id.kentongan.desk.received;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * By what a text is known when somebody repeats it: runs of words, and indicators (addresses, names of hosts, hashes).
 *
 * @param runs of five words, or of a whole sentence that is shorter
 */
record Wording(Set<String> runs, Set<String> indicators) {
    private static final int RUN = 5;
    /** A sentence of fewer words says nothing of its own. */
    private static final int LEAST = 3;

    private static final Pattern INDICATOR = Pattern.compile("(?<![\\w.])(?:\\d{1,3}(?:\\.\\d{1,3}){3}"
            + "|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}|[0-9a-f]{32,128}"
            + "|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,24})(?![\\w])");

    Wording {
        runs = Set.copyOf(runs);
        indicators = Set.copyOf(indicators);
    }

    /** Of a text, without what {@code own} says as well. */
    static Wording of(String text, String own) {
        Set<String> runs = new HashSet<>();
        Arrays.stream(text.split("(?<=[.!?;])\\s+|\\n+"))
                .map(Wording::words)
                .forEach(words -> runs.addAll(runs(words)));
        runs.removeAll(runs(words(own)));
        Set<String> indicators = indicators(text);
        indicators.removeAll(indicators(own));
        return new Wording(runs, indicators);
    }

    boolean repeatedIn(String text) {
        String flat = " " + String.join(" ", words(text)) + " ";
        return runs.stream().anyMatch(run -> flat.contains(" " + run + " "))
                || indicators(text).stream().anyMatch(indicators::contains);
    }

    private static Set<String> indicators(String text) {
        Set<String> found = new HashSet<>();
        // Written so that nobody clicks on it, an indicator is the same.
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("[.]", ".")
                .replace("(.)", ".")
                .replace("hxxp", "http");
        INDICATOR.matcher(plain).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> runs(List<String> words) {
        List<String> runs = new ArrayList<>();
        int length = Math.min(RUN, words.size());
        for (int from = 0; length >= LEAST && from + length <= words.size(); from++) {
            runs.add(String.join(" ", words.subList(from, from + length)));
        }
        return new HashSet<>(runs);
    }
}
