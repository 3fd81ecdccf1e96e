package id.kentongan.desk.assessment;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import java.util.stream.Stream;

/** How high Wazuh itself had rated the evidence. Never derived from the verdict: it measures the SIEM, not the team. */
public enum SiemRating {
    /** TERDETEKSI: an alert of level 12 or more. */
    DETECTED("TERDETEKSI"),
    /** KURANG_TINGGI: levels 3 to 11 at most. */
    TOO_LOW("KURANG_TINGGI"),
    /** TERLEWAT: no alert of level 3 or more. */
    MISSED("TERLEWAT");

    private static final int HIGH = 12;
    private static final int SHOWN = 3;

    private final String sop;

    SiemRating(String sop) {
        this.sop = sop;
    }

    public String sop() {
        return sop;
    }

    public static SiemRating of(Case content) {
        int highest = Stream.concat(
                        content.findings().stream().flatMap(finding -> finding.evidence().stream()),
                        content.supporting().stream())
                .mapToInt(Evidence::level)
                .max()
                .orElse(0);
        return highest >= HIGH ? DETECTED : highest >= SHOWN ? TOO_LOW : MISSED;
    }
}
