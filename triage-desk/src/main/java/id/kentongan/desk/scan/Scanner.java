package id.kentongan.desk.scan;

import static id.kentongan.desk.scan.Scanner.Field.CVE;
import static id.kentongan.desk.scan.Scanner.Field.HOST;
import static id.kentongan.desk.scan.Scanner.Field.MATCHED;
import static id.kentongan.desk.scan.Scanner.Field.NAME;
import static id.kentongan.desk.scan.Scanner.Field.OLD_SCORE;
import static id.kentongan.desk.scan.Scanner.Field.PLACE;
import static id.kentongan.desk.scan.Scanner.Field.SCORE;
import static id.kentongan.desk.scan.Scanner.Field.SEVERITY;
import static id.kentongan.desk.scan.Scanner.Field.TIME;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scanners whose reports the desk reads, and where in them things stand. */
@SuppressWarnings("ImmutableEnumChecker") // its maps come from Map.of, which nobody can change
public enum Scanner {
    /** JSON lines: {@code nuclei -jsonl}. */
    NUCLEI(
            "Nuclei",
            "/template-id",
            "",
            Map.of(),
            Map.of(
                    "/info/name", NAME,
                    "/info/severity", SEVERITY,
                    "/info/classification/cve-id", CVE,
                    "/info/classification/cvss-score", SCORE,
                    "/host", HOST,
                    "/matched-at", PLACE,
                    "/matcher-status", MATCHED,
                    "/timestamp", TIME)),
    /** The XML report of GVM, alone or as its protocol wraps it. */
    GVM(
            "OpenVAS/GVM",
            "/report",
            "/report/results/result",
            Map.of(),
            Map.of(
                    "/name", NAME,
                    "/host", HOST,
                    "/port", PLACE,
                    "/severity", SCORE,
                    "/nvt/cvss_base", OLD_SCORE,
                    "/threat", SEVERITY,
                    "/nvt/refs/ref@id", CVE,
                    "/nvt/cve", CVE,
                    "/creation_time", TIME)),
    /** ZAP's traditional JSON report. */
    ZAP(
            "OWASP ZAP",
            "/@version",
            "/site/alerts",
            Map.of("/site/@name", HOST),
            Map.of(
                    "/name", NAME,
                    "/alert", NAME,
                    "/riskdesc", SEVERITY,
                    "/instances/uri", PLACE,
                    "/reference", CVE,
                    "/tags/tag", CVE)),
    /** A {@code .nessus} file, version 2. */
    NESSUS(
            "Nessus",
            "/NessusClientData_v2",
            "/NessusClientData_v2/Report/ReportHost/ReportItem",
            Map.of("/NessusClientData_v2/Report/ReportHost@name", HOST),
            Map.of(
                    "@pluginName", NAME,
                    "@port", PLACE,
                    "/risk_factor", SEVERITY,
                    "/cvss3_base_score", SCORE,
                    "/cvss_base_score", OLD_SCORE,
                    "/cve", CVE));

    /** What is read of a row. */
    enum Field {
        NAME,
        HOST,
        /** Port or address on the host. */
        PLACE,
        SEVERITY,
        SCORE,
        /** Counts where there is no {@link #SCORE}. */
        OLD_SCORE,
        CVE,
        TIME,
        /** {@code false} where the scanner says that it looked and found nothing. */
        MATCHED
    }

    private final String written;
    private final String mark;
    private final String row;
    private final Map<String, Field> around;
    private final Map<String, Field> inside;

    Scanner(String written, String mark, String row, Map<String, Field> around, Map<String, Field> inside) {
        this.written = written;
        this.mark = mark;
        this.row = row;
        this.around = around;
        this.inside = inside;
    }

    /** Its name as people write it. */
    public String written() {
        return written;
    }

    /** A path that only its reports have. */
    boolean marks(String path) {
        return path.equals(mark) || (this == GVM && path.equals("/get_reports_response"));
    }

    /** Whether a finding begins at this path. GVM nests its report in one or two wrappings. */
    boolean begins(String path) {
        return this == GVM ? path.endsWith(row) : path.equals(row);
    }

    /** What stands at a path outside of the findings and holds for those that follow. */
    @Nullable
    Field around(String path) {
        return around.get(path);
    }

    /** What stands at a path, counted from the finding's own. */
    @Nullable
    Field inside(String path) {
        return inside.get(path);
    }
}
