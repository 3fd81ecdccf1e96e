package id.kentongan.desk.assessment;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.ExceptionKind;
import id.kentongan.contracts.FindingException;
import id.kentongan.contracts.Topic;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.outbox.Outbox;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Typed;
import id.kentongan.desk.settings.DeskSettings;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step 5: the team's own scanner is announced before it starts. */
@Controller
@RequestMapping("/cases/{number}/assessment/window")
class VaWindowController {
    private final CaseHeads heads;
    private final Assessments assessments;
    private final Outbox outbox;
    private final Journal journal;
    private final DeskSettings settings;
    private final Clock clock;

    VaWindowController(
            CaseHeads heads,
            Assessments assessments,
            Outbox outbox,
            Journal journal,
            DeskSettings settings,
            Clock clock) {
        this.heads = heads;
        this.assessments = assessments;
        this.outbox = outbox;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Mulai jendela VA: from now on the job opens no case for what our scanner causes on this machine. */
    @PostMapping
    @Transactional
    String open(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        CaseFile file = heads.file(number);
        Typed typed = new Typed(form);
        Optional<VaWindow> window = VaWindow.of(
                typed.line("scanner"),
                typed.moment("from", settings.timeZone()),
                typed.moment("until", settings.timeZone()));
        if (AssessmentController.closed(heads.locked(number), after)) {
            return AssessmentController.back(number);
        }
        if (window.isEmpty()) {
            Answer.refuse(after, "refusal.window");
            return AssessmentController.back(number);
        }
        tellTheJob(file, window.get(), who.getName());
        Answer.done(after, "done.window");
        return AssessmentController.back(number);
    }

    private void tellTheJob(CaseFile file, VaWindow window, String by) {
        String number = file.number().written();
        String id = assessments.open(file.content().id(), window, by, clock.instant());
        Asset machine = file.content().asset();
        outbox.record(
                Topic.EXCEPTIONS,
                id,
                new FindingException(
                        id,
                        ExceptionKind.VA_WINDOW,
                        List.of(),
                        List.of(machine.node() + "/" + machine.agentId()),
                        window.sourceIps(),
                        List.of(),
                        by,
                        "VA " + number,
                        window.from(),
                        window.until()));
        journal.write(by, Role.ANALYST.name(), "VA_WINDOW", number, id + " " + window);
    }
}
