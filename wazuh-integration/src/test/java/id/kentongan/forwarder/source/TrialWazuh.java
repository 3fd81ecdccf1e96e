package id.kentongan.forwarder.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Lays its alerts out as a manager does: dated files, the living name as a hard link, compressed days. */
final class TrialWazuh {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy/MMM", Locale.ENGLISH);

    private final Path live;
    private final String stem;

    TrialWazuh(Path live, String stem) {
        this.live = live;
        this.stem = stem;
    }

    /** Of 4.x, below its home. */
    static TrialWazuh four(Path home) {
        return new TrialWazuh(home.resolve("logs/alerts/alerts.json"), "ossec-alerts-");
    }

    Path live() {
        return live;
    }

    Path dated(String day, int part) {
        LocalDate date = LocalDate.parse(day);
        String suffix = part == 0 ? "" : String.format(Locale.ROOT, "-%03d", part);
        String name = stem + String.format(Locale.ROOT, "%02d", date.getDayOfMonth()) + suffix + ".json";
        return directory().resolve(MONTH.format(date)).resolve(name);
    }

    Path dated(String day) {
        return dated(day, 0);
    }

    /** Begins a day or a part: opens its file, then swaps the living name. */
    Path begin(String day, int part) throws IOException {
        Path file = write(day, part, "");
        link(file);
        return file;
    }

    Path begin(String day) throws IOException {
        return begin(day, 0);
    }

    void link(Path file) throws IOException {
        Files.deleteIfExists(live);
        Files.createLink(live, file);
    }

    /** A dated file, without the living name. */
    Path write(String day, int part, String text) throws IOException {
        Path file = dated(day, part);
        Files.createDirectories(file.getParent());
        Lines.append(file, text);
        return file;
    }

    void append(String text) throws IOException {
        Lines.append(live, text);
    }

    /** As monitord does a moment after midnight: the copy first, then the plain one goes. */
    static Path gzip(Path file) throws IOException {
        Path copy = file.resolveSibling(file.getFileName() + ".gz");
        Files.write(copy, gzipped(Files.readAllBytes(file)));
        Files.delete(file);
        return copy;
    }

    static byte[] gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private Path directory() {
        Path parent = live.getParent();
        return parent == null ? live : parent;
    }
}
