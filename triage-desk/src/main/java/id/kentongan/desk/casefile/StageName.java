package id.kentongan.desk.casefile;

import id.kentongan.contracts.CaseStanding;

/** The names of the stages, as tables and messages write them, with the step of the SOP that each belongs to. */
public enum StageName {
    CANDIDATE("KANDIDAT", 3),
    ANALYSIS("ANALISIS", 4),
    REANALYSIS("ANALISIS_ULANG", 4),
    PROVING("PEMBUKTIAN", 5),
    WORK_REPORT("LAPORAN_KERJA", 6),
    INCIDENT_REPORT("LAPORAN_INSIDEN", 6),
    SENT("DIKIRIM", 8),
    VERIFIED("DIVERIFIKASI", 9),
    RATIFIED("DISAHKAN", 10),
    LETTER_OUT("SURAT_TERBIT", 10),
    FOLLOW_UP("TINDAK_LANJUT", 11),
    CLOSED_FALSE_POSITIVE("SELESAI_FP", 11),
    CLOSED_FALSE_NEGATIVE("SELESAI_FN", 11),
    NO_ANOMALY("BUKAN_ANOMALI", 11),
    MERGED("DIGABUNG", 11);

    private final String sop;
    private final int step;

    StageName(String sop, int step) {
        this.sop = sop;
        this.step = step;
    }

    /** The team's own word, as it stands in documents and in exports. */
    public String sop() {
        return sop;
    }

    /** Step of the SOP, 3 to 10; 11 when the SOP has ended. */
    public int step() {
        return step;
    }

    /** Nothing is waited for any more. */
    public boolean closed() {
        return switch (this) {
            case CLOSED_FALSE_POSITIVE, CLOSED_FALSE_NEGATIVE, NO_ANOMALY, MERGED -> true;
            default -> false;
        };
    }

    /**
     * The team works on the case itself, so that its clock may stand while it waits for others. Elsewhere waiting is what
     * the clock measures: for somebody to take the case, to approve, or to answer the letter.
     */
    public boolean mayWait() {
        return switch (this) {
            case ANALYSIS, REANALYSIS, PROVING, WORK_REPORT, INCIDENT_REPORT -> true;
            default -> false;
        };
    }

    /** As the job must know it. */
    public CaseStanding standing() {
        return switch (this) {
            case CANDIDATE, ANALYSIS, REANALYSIS, PROVING -> CaseStanding.OPEN;
            case WORK_REPORT, CLOSED_FALSE_POSITIVE -> CaseStanding.FALSE_POSITIVE;
            case NO_ANOMALY -> CaseStanding.NOT_AN_ANOMALY;
            case MERGED -> CaseStanding.MERGED;
            case INCIDENT_REPORT, SENT, VERIFIED, RATIFIED, LETTER_OUT, FOLLOW_UP, CLOSED_FALSE_NEGATIVE ->
                CaseStanding.FALSE_NEGATIVE;
        };
    }
}
