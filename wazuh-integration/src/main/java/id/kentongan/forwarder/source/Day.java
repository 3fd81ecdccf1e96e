package id.kentongan.forwarder.source;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One dated file of alerts, or one part of a day.
 *
 * @param date in the zone of the machine that wrote it
 * @param part 0 for the day's first file, 1 for {@code -001}
 * @param name below the directory of alerts, without .gz: {@code 2026/Nov/ossec-alerts-19.json}
 * @param path with .gz when it is compressed
 */
record Day(LocalDate date, int part, String name, Path path) implements Comparable<Day> {
    private static final Comparator<Day> ORDER = Comparator.comparing(Day::date).thenComparingInt(Day::part);

    boolean compressed() {
        return path.toString().endsWith(".gz");
    }

    @Override
    public int compareTo(Day other) {
        return ORDER.compare(this, other);
    }
}
