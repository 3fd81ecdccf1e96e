package id.kentongan.desk.scan;

import id.kentongan.desk.scan.ReportRefused.Reason;
import id.kentongan.desk.scan.Scanner.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers the findings of a report on the way through it, as if one scanner had written it. Used once. */
final class Gathering implements Visitor {
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,7}");
    private static final int MOST_CVES = 20;

    private final Scanner scanner;
    private final List<ScannedFinding> findings = new ArrayList<>();
    private final Map<Field, String> around = new EnumMap<>(Field.class);
    private final Map<Field, String> row = new EnumMap<>(Field.class);
    private final Set<String> cves = new LinkedHashSet<>();
    private @Nullable String begun;
    private boolean recognised;
    private int rows;
    private boolean nameless;

    Gathering(Scanner scanner) {
        this.scanner = scanner;
    }

    Scanner scanner() {
        return scanner;
    }

    /** Whether it met what only this scanner writes. */
    boolean recognised() {
        return recognised;
    }

    /** What was found; a row that does not say what it found spoils the report. */
    List<ScannedFinding> findings() throws ReportRefused {
        if (nameless) {
            throw new ReportRefused(Reason.MALFORMED);
        }
        if (findings.isEmpty()) {
            throw new ReportRefused(Reason.EMPTY);
        }
        return List.copyOf(findings);
    }

    @Override
    public void open(String path) throws ReportRefused {
        recognised |= scanner.marks(path);
        if (begun == null && scanner.begins(path)) {
            if (++rows > Limits.ROWS) {
                throw new ReportRefused(Reason.TOO_MANY);
            }
            begun = path;
            row.clear();
            row.putAll(around);
            cves.clear();
        }
    }

    @Override
    public boolean wants(String path) {
        return field(path) != null || scanner.marks(path);
    }

    @Override
    public void text(String path, String text) {
        recognised |= scanner.marks(path);
        Field field = field(path);
        if (field == Field.CVE) {
            CVE.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .limit(MOST_CVES - cves.size())
                    .forEach(cves::add);
        } else if (field != null && begun == null) {
            around.put(field, text);
        } else if (field != null) {
            row.putIfAbsent(field, text);
        }
    }

    @Override
    public void close(String path) {
        if (path.equals(begun)) {
            begun = null;
            keep();
        }
    }

    private void keep() {
        RowText text = new RowText(row);
        if (!text.matched()) {
            return;
        }
        if (text.name().isEmpty()) {
            nameless = true;
            return;
        }
        findings.add(new ScannedFinding(
                scanner.written(), text.target(), text.at(), text.name(), String.join(", ", cves), text.cvss()));
    }

    private @Nullable Field field(String path) {
        String from = begun;
        if (from == null) {
            return scanner.around(path);
        }
        return path.startsWith(from) ? scanner.inside(path.substring(from.length())) : null;
    }
}
