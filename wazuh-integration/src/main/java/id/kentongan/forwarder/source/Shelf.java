package id.kentongan.forwarder.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dated files beside a living one, as Wazuh lays them out. Of {@code X.json} they are {@code YYYY/Mon/ossec-X-DD.json}
 * (4.x) or {@code YYYY/Mon/wazuh-X-DD.json} (5.x), with a counter behind the day when a day has parts, and .gz when it
 * is over. Mon is English whatever the machine speaks.
 */
final class Shelf {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final List<String> BELOW = List.of("logs/alerts/alerts.json", "alerts/alerts.json", "alerts.json");

    private final Path live;
    private final Path root;
    private final Pattern dated;
    private final Pattern remains;

    private Shelf(Path live) {
        Path absolute = live.toAbsolutePath();
        this.live = absolute;
        this.root = absolute.getParent() == null ? absolute : absolute.getParent();
        String name = String.valueOf(absolute.getFileName());
        String stem = "(?:ossec|wazuh)-" + Pattern.quote(name.replaceFirst("\\.json$", "")) + "-(\\d\\d)";
        this.dated = Pattern.compile(stem + "(?:[-_.](\\d{1,9}))?\\.json(\\.gz)?");
        this.remains = Pattern.compile(stem + "(?:[-_.](\\d{1,9}))?\\.log(\\.gz)?");
    }

    /**
     * Beside this living file, or beside the one that a directory holds: Wazuh's home, its logs or its alerts, or the
     * directory of an output of Wazuh 5, whose file has the directory's name.
     */
    static Shelf at(Path path) {
        if (!Files.isDirectory(path)) {
            return new Shelf(path);
        }
        Path named = path.resolve(path.toAbsolutePath().normalize().getFileName() + ".json");
        return new Shelf(Stream.concat(Stream.of(named), BELOW.stream().map(path::resolve))
                .filter(Files::exists)
                .findFirst()
                .orElse(unseen(path, named)));
    }

    /** Swapped just now, or not written yet: the years beside tell which directory this is. */
    private static Path unseen(Path path, Path named) {
        for (String below : BELOW) {
            Path candidate = path.resolve(below);
            Path beside = candidate.getParent();
            if (beside != null && Files.isDirectory(beside) && !new Shelf(candidate).isEmpty()) {
                return candidate;
            }
        }
        return new Shelf(named).isEmpty() ? path.resolve(BELOW.get(0)) : named;
    }

    private boolean isEmpty() {
        try {
            return days().isEmpty();
        } catch (IOException e) {
            return true; // whoever follows it will say so
        }
    }

    Path live() {
        return live;
    }

    /** All dated files that are there now, oldest first; a plain one stands for its compressed copy too. */
    List<Day> days() throws IOException {
        List<Day> days = new ArrayList<>();
        for (Path year : below(root)) {
            if (YEAR.matcher(name(year)).matches()) {
                for (Path month : below(year)) {
                    addMonth(days, year, month);
                }
            }
        }
        days.sort(null);
        return days;
    }

    private void addMonth(List<Day> days, Path year, Path month) throws IOException {
        if (!MONTHS.contains(name(month))) {
            return;
        }
        List<Path> files = below(month);
        for (Path file : files) {
            Matcher matcher = dated.matcher(name(file));
            boolean copyOfPlain = name(file).endsWith(".gz") && files.contains(withoutGz(file));
            if (matcher.matches() && !copyOfPlain) {
                Day day = day(year, month, file, matcher);
                if (day != null) {
                    days.add(day);
                }
            }
        }
    }

    private @Nullable Day day(Path year, Path month, Path file, Matcher matcher) {
        String name = name(year) + "/" + name(month) + "/" + name(withoutGz(file));
        int part = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        try {
            int number = MONTHS.indexOf(name(month)) + 1;
            LocalDate date = LocalDate.of(Integer.parseInt(name(year)), number, Integer.parseInt(matcher.group(1)));
            return new Day(date, part, name, file);
        } catch (DateTimeException e) {
            return null; // no day of the calendar, so no file of Wazuh
        }
    }

    /** The day that a name from {@link Day#name()} speaks of, there or not; null when it is no dated name. */
    @Nullable
    Day named(String name) {
        Path file = root.resolve(name);
        Path month = file.getParent();
        Path year = month == null ? null : month.getParent();
        Matcher matcher = dated.matcher(name(file));
        if (month == null || year == null || !matcher.matches()) {
            return null;
        }
        boolean placed = YEAR.matcher(name(year)).matches() && MONTHS.contains(name(month));
        return placed ? day(year, month, file, matcher) : null;
    }

    /** The dated name of the file with this inode, looking at the newest first. */
    static @Nullable Day dayOf(Inode inode, List<Day> days) throws IOException {
        for (int i = days.size() - 1; i >= 0; i--) {
            Day day = days.get(i);
            if (!day.compressed() && inode.equals(Inode.of(day.path()))) {
                return day;
            }
        }
        return null;
    }

    /** True when the text alerts of that day are there, which Wazuh writes beside: then there were alerts. */
    boolean hasRemains(LocalDate date) throws IOException {
        String month = MONTHS.get(date.getMonthValue() - 1);
        String day = String.format(java.util.Locale.ROOT, "%02d", date.getDayOfMonth());
        for (Path file : below(root.resolve(Integer.toString(date.getYear())).resolve(month))) {
            Matcher matcher = remains.matcher(name(file));
            if (matcher.matches() && matcher.group(1).equals(day)) {
                return true;
            }
        }
        return false;
    }

    private static Path withoutGz(Path file) {
        return file.resolveSibling(name(file).replaceFirst("\\.gz$", ""));
    }

    private static List<Path> below(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
