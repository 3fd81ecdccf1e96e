package id.kentongan.desk.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The documents of a case. */
public enum DocumentKind {
    INCIDENT_REPORT("laporan-insiden-siber", "Laporan Insiden Siber"),
    INCIDENT_FORM("formulir-laporan-insiden", "Formulir Laporan Insiden"),
    WORK_REPORT("laporan-kerja", "Laporan Kerja"),
    NOTICE_LETTER("surat-pemberitahuan", "Surat Pemberitahuan Insiden Siber");

    private final String file;
    private final String title;

    DocumentKind(String file, String title) {
        this.file = file;
        this.title = title;
    }

    /** As other documents name it. */
    public String title() {
        return title;
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
