package id.kentongan.desk.assessment;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.WaitingFor;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.Pauses;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.scan.ReportRefused;
import id.kentongan.desk.scan.ReportRefused.Reason;
import id.kentongan.desk.scan.ScannerReport;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step 5: a scanner's report becomes results, and stays as proof of them. Taken whole or not at all. */
@Controller
class ImportController {
    private final CaseHeads heads;
    private final Assessments assessments;
    private final Pauses pauses;
    private final Journal journal;
    private final Clock clock;

    ImportController(CaseHeads heads, Assessments assessments, Pauses pauses, Journal journal, Clock clock) {
        this.heads = heads;
        this.assessments = assessments;
        this.pauses = pauses;
        this.journal = journal;
        this.clock = clock;
    }

    @PostMapping("/cases/{number}/assessment/import")
    @Transactional
    String take(
            @PathVariable String number, @RequestParam MultipartFile report, Principal who, RedirectAttributes after)
            throws IOException {
        Standing standing = heads.locked(number);
        if (AssessmentController.closed(standing, after)) {
            return AssessmentController.back(number);
        }
        byte[] content = report.getBytes();
        String name = ProofFile.plain(report.getOriginalFilename());
        try {
            ScannerReport read = read(content);
            List<VaResult> fresh = fresh(standing.caseId(), read, who.getName());
            if (fresh.isEmpty()) {
                Answer.refuse(after, "refusal.scan_known");
            } else {
                keep(standing, fresh, read.scanner().written(), content, name, who.getName(), after);
                Answer.done(after, "done.imported");
            }
        } catch (ReportRefused refused) {
            String sha256 = Assessments.sha256(content);
            String why = refused.reason() + " " + name + " " + content.length + " B sha256 " + sha256;
            journal.write(who.getName(), Role.ANALYST.name(), "VA_IMPORT_REFUSED", number, why);
            Answer.refuse(after, "refusal.scan." + refused.reason().name().toLowerCase(Locale.ROOT));
        }
        return AssessmentController.back(number);
    }

    /** The limit on its size holds already when the upload arrives. */
    private static ScannerReport read(byte[] content) throws ReportRefused {
        if (FileKind.of(content).filter(FileKind.TEXT::equals).isEmpty()) {
            throw new ReportRefused(Reason.UNKNOWN);
        }
        return ScannerReport.read(content);
    }

    /** What the case does not hold yet. */
    private List<VaResult> fresh(String caseId, ScannerReport read, String by) {
        List<VaResult> held = assessments.results(caseId);
        return read.findings().stream()
                .map(finding -> VaResult.of(finding, by))
                .filter(result -> held.stream().noneMatch(result::repeats))
                .toList();
    }

    private void keep(
            Standing standing,
            List<VaResult> fresh,
            String tool,
            byte[] content,
            String name,
            String by,
            RedirectAttributes after) {
        String what = tool + " " + name + " sha256 " + Assessments.sha256(content);
        if (pauses.arrived(standing.number(), WaitingFor.ACCESS, what, by)) {
            Answer.also(after, "done.resumed.result");
        }
        fresh.forEach(result -> assessments.add(standing.caseId(), result, clock.instant()));
        assessments.keep(standing.caseId(), name, FileKind.TEXT, content, tool, by, clock.instant());
        String detail = what + " results " + fresh.size();
        journal.write(by, Role.ANALYST.name(), "VA_IMPORT", standing.number().written(), detail);
    }
}
