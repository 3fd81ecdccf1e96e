package id.kentongan.job.anomaly;

import id.kentongan.contracts.Text;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What watches the rhythm of an agent. Each can run in shadow: what it finds is told, marked as on trial, and adds nothing
 * to any case.
 */
public enum Detector {
    RATE("Jumlah alert tidak biasa untuk jam ini", "Unusual number of alerts for this hour"),
    OFF_HOURS("Login di luar jam kerja", "Login outside working hours"),
    BEACONING("Lalu lintas berselang tetap", "Traffic at regular intervals"),
    SILENCE("Agen diam", "Agent fell silent"),
    FOREST("Gabungan kegiatan tidak biasa", "Unusual mix of activity");

    private final String id;
    private final String en;

    Detector(String id, String en) {
        this.id = id;
        this.en = en;
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Text title() {
        return new Text(id, en);
    }

    /**
     * Reads names, separated by blanks.
     *
     * @throws IllegalArgumentException naming the word that is none
     */
    public static Set<Detector> parse(String written) {
        Set<Detector> named = EnumSet.noneOf(Detector.class);
        for (String word : written.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                named.add(Arrays.stream(values())
                        .filter(each -> each.written().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                word + " is no detector, use " + names(EnumSet.allOf(Detector.class)))));
            }
        }
        return named;
    }

    public static String names(Set<Detector> some) {
        return new TreeSet<>(some).stream().map(Detector::written).collect(Collectors.joining(" "));
    }
}
