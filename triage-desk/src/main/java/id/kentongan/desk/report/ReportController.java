package id.kentongan.desk.report;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Grounds;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.Course;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Typed;
import id.kentongan.desk.people.People;
import id.kentongan.desk.telling.Telling;
import java.security.Principal;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps 6 and 7: what the analyst adds, and sending it on. */
@Controller
@RequestMapping("/cases/{number}/report")
class ReportController {
    private final CaseHeads heads;
    private final Course course;
    private final Reports reports;
    private final Passing passing;
    private final Documents documents;
    private final Telling telling;
    private final People people;
    private final Journal journal;
    private final Clock clock;

    ReportController(
            CaseHeads heads,
            Course course,
            Reports reports,
            Passing passing,
            Documents documents,
            Telling telling,
            People people,
            Journal journal,
            Clock clock) {
        this.heads = heads;
        this.course = course;
        this.reports = reports;
        this.passing = passing;
        this.documents = documents;
        this.telling = telling;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String number, Model model, Principal who, Locale locale) {
        CaseFile file = heads.file(number);
        Standing standing = heads.standing(number);
        Severity severity = file.content().severity();
        model.addAttribute("head", heads.of(file, who, locale));
        model.addAttribute(
                "findings",
                reports.of(standing.caseId()).orElseGet(() -> Findings.beginning(severity, standing.sourceTlp())));
        model.addAttribute("incident", standing.stageName() != StageName.WORK_REPORT);
        model.addAttribute("noticeable", mayBeNoticed(standing, file));
        model.addAttribute("documents", documents.all(standing.caseId()));
        model.addAttribute("categories", Category.values());
        model.addAttribute("natures", Nature.values());
        model.addAttribute("tlps", Tlp.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("computed", severity.name().toLowerCase(Locale.ROOT));
        return "report/report";
    }

    /** Keeps what was written, and with {@code decision=send} passes it on. */
    @PostMapping
    @Transactional
    String write(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        CaseFile file = heads.file(number);
        Standing standing = heads.locked(number);
        if (!beingWritten(standing)) {
            Answer.refuse(after, "refusal.not_from_here");
            return "redirect:/cases/" + number;
        }
        Typed typed = new Typed(form);
        Findings written = findings(typed, file.content().severity());
        if (written.severity() != file.content().severity()
                && written.severityReason().isEmpty()) {
            Answer.refuse(after, "report.severity.needs.reason");
            return "redirect:/cases/" + number + "/report";
        }
        reports.write(standing.caseId(), written, who.getName(), clock.instant());
        journal.write(who.getName(), Role.ANALYST.name(), "REPORT_WRITTEN", number, written.toString());
        if (!typed.line("decision").equals("send")) {
            Answer.done(after, "done.saved");
            return "redirect:/cases/" + number + "/report";
        }
        Decision decision = course.move(file.number(), Move.SEND, people.actor(who), Grounds.NONE, typed.text("note"));
        if (decision.allowed()) {
            passing.keep(number, standing.stageName(), "SEND", who.getName());
        }
        Answer.tell(after, decision, "done.sent");
        return "redirect:/cases/" + number;
    }

    /** From Tinggi on, in any stage between taking and closing. */
    @PostMapping("/early-notice")
    @Transactional
    String earlyNotice(@PathVariable String number, Principal who, RedirectAttributes after) {
        Standing standing = heads.locked(number);
        if (!mayBeNoticed(standing, heads.file(number))) {
            Answer.refuse(after, "refusal.not_from_here");
            return "redirect:/cases/" + number + "/report";
        }
        passing.earlyNotice(number, who.getName());
        telling.earlyNotice(standing.caseId());
        Answer.done(after, "done.notice");
        return "redirect:/cases/" + number + "/report";
    }

    private boolean mayBeNoticed(Standing standing, CaseFile file) {
        Severity severity = reports.of(standing.caseId())
                .map(Findings::severity)
                .orElse(file.content().severity());
        return standing.stageName() != StageName.CANDIDATE
                && !standing.stageName().closed()
                && severity.compareTo(Severity.HIGH) >= 0;
    }

    private static boolean beingWritten(Standing standing) {
        return standing.stageName() == StageName.INCIDENT_REPORT
                || (standing.stageName() == StageName.WORK_REPORT && standing.author() == null);
    }

    private static Findings findings(Typed typed, Severity computed) {
        return new Findings(
                typed.choice("category", Category.class, Category.OTHER),
                typed.choice("nature", Nature.class, Nature.LIMITED),
                typed.choice("tlp", Tlp.class, Tlp.AMBER),
                typed.choice("severity", Severity.class, computed),
                typed.text("severityReason"),
                typed.text("summary"),
                typed.ticked("confidentiality"),
                typed.ticked("integrity"),
                typed.ticked("availability"),
                typed.text("serviceImpact"),
                typed.text("dataImpact"),
                typed.text("publicImpact"),
                typed.text("actions"),
                advice(typed, "atOnce"),
                advice(typed, "soon"),
                advice(typed, "later"),
                typed.text("lessons"));
    }

    private static Advice advice(Typed typed, String term) {
        return new Advice(typed.text(term), typed.line(term + "Owner"), typed.day(term + "Due"));
    }
}
