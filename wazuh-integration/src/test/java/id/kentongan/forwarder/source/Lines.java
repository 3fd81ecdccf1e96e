package id.kentongan.forwarder.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Words for the tests of sources. */
final class Lines {
    private Lines() {}

    static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** All lines that are there now, as text. */
    static List<String> all(Source source) throws IOException {
        return taken(source).stream().map(Lines::text).toList();
    }

    static List<Line> taken(Source source) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Reading reading = source.next(); reading != null; reading = source.next()) {
            if (reading instanceof Line line) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** All that is told now: lines as text, what is missing as its reason and count. */
    static List<String> told(Source source) throws IOException {
        return readings(source).stream().map(Lines::text).toList();
    }

    static List<Reading> readings(Source source) throws IOException {
        List<Reading> readings = new ArrayList<>();
        for (Reading reading = source.next(); reading != null; reading = source.next()) {
            readings.add(reading);
        }
        return readings;
    }

    static String text(Reading reading) {
        return reading instanceof Missing missing ? missing.reason() + " " + missing.lines() : text((Line) reading);
    }

    static String text(Line line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }
}
