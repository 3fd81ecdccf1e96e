package id.kentongan.desk.assessment;

import id.kentongan.desk.assessment.VaResult.Outcome;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Typed;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step 5: what a scanner only suspects, a person proves or refutes. */
@Controller
class OutcomeController {
    private final CaseHeads heads;
    private final Assessments assessments;
    private final Journal journal;

    OutcomeController(CaseHeads heads, Assessments assessments, Journal journal) {
        this.heads = heads;
        this.assessments = assessments;
        this.journal = journal;
    }

    @PostMapping("/cases/{number}/assessment/outcomes/{result}")
    @Transactional
    String judge(
            @PathVariable String number,
            @PathVariable long result,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        Standing standing = heads.locked(number);
        if (AssessmentController.closed(standing, after)) {
            return AssessmentController.back(number);
        }
        Outcome outcome = new Typed(form).choice("outcome", Outcome.class, Outcome.UNCLEAR);
        Optional<VaResult> judged = assessments.judge(standing.caseId(), result, outcome);
        if (judged.isEmpty()) {
            Answer.refuse(after, "refusal.no_result");
            return AssessmentController.back(number);
        }
        String detail = outcome + ": " + judged.get();
        journal.write(who.getName(), Role.ANALYST.name(), "VA_OUTCOME", number, detail);
        Answer.done(after, "done.saved");
        return AssessmentController.back(number);
    }
}
