package id.kentongan.job.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Dated files with a living name, swapped, parted, compressed, written by half lines, and for some seeds cut short. */
final class FilesOfWazuh extends Manager {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy/MMM", Locale.ENGLISH);

    private final Path logs;
    private final Path live;
    private final Path checkpoint;
    private final boolean cuts;
    private final Deque<Path> finished = new ArrayDeque<>();
    private final List<String> inThisFile = new ArrayList<>();
    private LocalDate day = LocalDate.of(2026, 10, 25);
    private int part;
    private Path present;
    private String half = "";

    FilesOfWazuh(Path home, long seed) throws IOException {
        super(seed);
        this.logs = Files.createDirectories(home.resolve("logs/alerts"));
        this.checkpoint = home.resolve("p/state/checkpoint-s.json");
        this.live = logs.resolve("alerts.json");
        this.cuts = seed % 5 == 0;
        this.present = begin();
    }

    @Override
    String[] settings() {
        return new String[] {"source.s.kind=file", "source.s.path=" + logs, "source.s.start=beginning"};
    }

    @Override
    void step() throws IOException {
        int what = random.nextInt(1000);
        if (!half.isEmpty()) {
            finish();
        } else if (what < 890) {
            append(lines(1 + random.nextInt(10)));
        } else if (what < 970) {
            String line = track(alert());
            int at = 1 + random.nextInt(line.length() - 1);
            append(line.substring(0, at));
            half = line.substring(at) + "\n";
        } else if (what < 975) {
            swap();
        } else if (what < 980) {
            compress();
        } else if (what < 984) {
            append("\n");
            refused++;
        } else if (cuts) {
            cutShort();
        }
    }

    @Override
    void finish() throws IOException {
        append(half);
        half = "";
    }

    private String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int what = random.nextInt(8_000);
            if (what < 20) {
                lines.append("no json ").append(next()).append('\n');
                strange++;
            } else if (what == 20) {
                lines.append("y".repeat(950_000)).append(next()).append('\n');
                refused++;
            } else {
                lines.append(track(alert())).append('\n');
            }
        }
        return lines.toString();
    }

    private String track(String alert) {
        inThisFile.add(alert.replaceAll(".*\"id\":\"([0-9.]+)\",\"full_log.*", "$1"));
        return alert;
    }

    private Path begin() throws IOException {
        String name = String.format(Locale.ROOT, "ossec-alerts-%02d", day.getDayOfMonth())
                + (part == 0 ? "" : String.format(Locale.ROOT, "-%03d", part)) + ".json";
        Path file = logs.resolve(MONTH.format(day)).resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        Files.deleteIfExists(live);
        Files.createLink(live, file);
        inThisFile.clear();
        return file;
    }

    /** A day without alerts, after one with many, would rightly be missed. */
    private void swap() throws IOException {
        if (Files.size(present) == 0) {
            append(lines(1));
        }
        finished.addLast(present);
        if (random.nextInt(3) == 0) {
            part++;
        } else {
            part = 0;
            day = day.plusDays(1);
        }
        present = begin();
    }

    /** As monitord: the copy first, then the plain one goes. An empty day's file is removed. */
    private void compress() throws IOException {
        Path file = finished.pollFirst();
        if (file == null) {
            return;
        }
        if (Files.size(file) > 0) {
            try (OutputStream out =
                    new GZIPOutputStream(Files.newOutputStream(file.resolveSibling(file.getFileName() + ".gz")))) {
                Files.copy(file, out);
            }
        }
        Files.delete(file);
    }

    /** Only a file that was read from: what comes and goes before the first look nobody can know of. */
    private void cutShort() throws IOException {
        if (!Files.exists(checkpoint)
                || !Files.readString(checkpoint).contains(MONTH.format(day) + "/" + present.getFileName() + "#")) {
            return;
        }
        cut().addAll(inThisFile);
        inThisFile.clear();
        Files.write(present, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void append(String text) throws IOException {
        Files.writeString(present, text, StandardOpenOption.APPEND);
    }
}
