package id.kentongan.desk.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The documents of a case. */
public enum DocumentKind {
    INCIDENT_REPORT("laporan-insiden-siber"),
    INCIDENT_FORM("formulir-laporan-insiden"),
    WORK_REPORT("laporan-kerja"),
    NOTICE_LETTER("surat-pemberitahuan");

    private final String file;

    DocumentKind(String file) {
        this.file = file;
    }

    /** Name of the file, without ending and case number. */
    public String file() {
        return file;
    }

    /** As it stands in an address, such as {@code incident-report}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<DocumentKind> of(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
