package id.kentongan.job.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was measured, by name, in the order of measuring: of each the median of its rounds. */
final class EngineFigures {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void add(String name, double value) {
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    double median(String name) {
        List<Double> sorted = new ArrayList<>(values.getOrDefault(name, List.of()));
        if (sorted.isEmpty()) {
            throw new IllegalStateException("expected " + name + " to have been measured, got only " + values.keySet());
        }
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Medians of both, one by the other. */
    double ratio(String name, String by) {
        return median(name) / median(by);
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** One object, for programs. */
    String json() {
        StringBuilder json = new StringBuilder("{");
        values.keySet()
                .forEach(name -> json.append(json.length() > 1 ? ", " : "")
                        .append('"')
                        .append(name)
                        .append("\": ")
                        .append(String.format(Locale.ROOT, "%.4g", median(name))));
        return json.append('}').toString();
    }

    static String shown(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        return String.format(Locale.ROOT, value >= 1_000 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
