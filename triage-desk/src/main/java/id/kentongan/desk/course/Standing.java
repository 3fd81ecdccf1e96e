package id.kentongan.desk.course;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.casefile.Stage;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one case stands.
 *
 * @param caseId of the job
 * @param owner the analyst who works on it; null until somebody takes it
 * @param author who sent the report that is on its way
 * @param waived mode timKecil let one person hold two offices on this case
 * @param mergedInto number of the case that this one became part of
 * @param splitFrom id of the case that this one was split from
 * @param dueAt null when nothing is waited for
 * @param source KORELASI, ADUAN, BSSN or MANUAL
 * @param sourceTlp under which label others told it; null where nobody did
 * @param severity as the job rates the case now
 * @param waiting null while the clock of the stage runs
 * @param discoveredAt when a person first took it: the legal clocks run from here
 */
public record Standing(
        String caseId,
        CaseNumber number,
        StageName stageName,
        @Nullable String owner,
        @Nullable String author,
        @Nullable String verifier,
        @Nullable String ratifier,
        boolean waived,
        int reanalyses,
        @Nullable String mergedInto,
        @Nullable String splitFrom,
        Instant enteredAt,
        @Nullable Instant dueAt,
        @Nullable Instant discoveredAt,
        @Nullable Instant closedAt,
        String source,
        @Nullable Tlp sourceTlp,
        Severity severity,
        @Nullable Waiting waiting) {

    public Stage stage() {
        return Stage.of(stageName, author, verifier);
    }

    /** A Laporan Kerja that was sent waits for the coordinator, not for others. */
    public boolean mayWait() {
        return stageName.mayWait() && (stageName != StageName.WORK_REPORT || author == null);
    }

    /** As of now, or of the moment at which the clock stopped. */
    public boolean overdue(Instant now) {
        return dueAt != null && dueAt.isBefore(waiting == null ? now : waiting.from());
    }
}
