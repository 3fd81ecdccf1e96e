package id.kentongan.desk.approval;

import id.kentongan.desk.addendum.Addenda;
import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Grounds;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.course.CaseHead;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.Course;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.course.Step;
import id.kentongan.desk.figures.Figures;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.paper.Masked;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.people.People;
import id.kentongan.desk.report.Documents;
import id.kentongan.desk.report.Dossier;
import id.kentongan.desk.report.Dossiers;
import id.kentongan.desk.report.IncidentReport;
import id.kentongan.desk.report.Passing;
import id.kentongan.desk.report.WorkReport;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps 8 and 9: one page for the coordinator, one for the head. */
@Controller
@RequestMapping("/cases/{number}")
class ApprovalController {
    /** What somebody wrote when passing the report on. */
    record Word(String who, String at, String note) {}

    private final CaseHeads heads;
    private final Course course;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Addenda addenda;
    private final Passing passing;
    private final Figures figures;
    private final People people;
    private final Clockface clockface;

    ApprovalController(
            CaseHeads heads,
            Course course,
            Dossiers dossiers,
            Documents documents,
            Addenda addenda,
            Passing passing,
            Figures figures,
            People people,
            Clockface clockface) {
        this.heads = heads;
        this.course = course;
        this.dossiers = dossiers;
        this.documents = documents;
        this.addenda = addenda;
        this.passing = passing;
        this.figures = figures;
        this.people = people;
        this.clockface = clockface;
    }

    @GetMapping("/verification")
    String verification(@PathVariable String number, Model model, Principal who, Locale locale) {
        show(number, model, who, locale);
        model.addAttribute("addendum", waits(number, StageName.SENT) || waits(number, StageName.WORK_REPORT));
        return "approval/verification";
    }

    @GetMapping("/ratification")
    String ratification(@PathVariable String number, Model model, Principal who, Locale locale) {
        show(number, model, who, locale);
        model.addAttribute("addendum", waits(number, StageName.VERIFIED));
        if (people.actor(who).is(Role.HEAD)) {
            model.addAttribute("months", figures.month(Language.of(locale)));
        }
        return "approval/ratification";
    }

    /** Step 8; of a Laporan Kerja, that it is known. */
    @PostMapping("/verification")
    @Transactional
    String verify(
            @PathVariable String number,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String note,
            Principal who,
            RedirectAttributes after) {
        Move move = switch (decision) {
            case "verify" -> Move.VERIFY;
            case "acknowledge" -> Move.ACKNOWLEDGE;
            default -> Move.RETURN;
        };
        return decided(number, move, note, who, after, "/verification");
    }

    /** Step 9. */
    @PostMapping("/ratification")
    @Transactional
    String ratify(
            @PathVariable String number,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String note,
            Principal who,
            RedirectAttributes after) {
        Move move = decision.equals("ratify") ? Move.RATIFY : Move.RETURN;
        return decided(number, move, note, who, after, "/ratification");
    }

    private String decided(
            String number, Move move, String note, Principal who, RedirectAttributes after, String page) {
        Standing standing = heads.standing(number);
        Actor actor = people.actor(who);
        Decision decision = course.move(standing.number(), move, actor, Grounds.NONE, note);
        if (decision.allowed() && move != Move.RETURN) {
            passing.keep(number, standing.stageName(), move.name(), actor.name());
        }
        Answer.tell(after, decision, move == Move.RETURN ? "done.returned" : "done." + page.substring(1));
        return "redirect:" + (decision.allowed() ? page : "/cases/" + number + page);
    }

    private void show(String number, Model model, Principal who, Locale locale) {
        CaseFile file = heads.file(number);
        Dossier dossier = dossiers.of(number);
        boolean work = dossier.standing().stageName() == StageName.WORK_REPORT
                || dossier.standing().stageName() == StageName.CLOSED_FALSE_POSITIVE;
        Paper paper = work ? WorkReport.of(dossier) : IncidentReport.of(dossier);
        Language language = Language.of(locale);
        CaseHead head = heads.of(file, who, locale);
        model.addAttribute("head", head);
        model.addAttribute("subject", Masked.text(head.title()));
        model.addAttribute("paper", paper);
        model.addAttribute("work", work);
        model.addAttribute("dossier", dossier);
        model.addAttribute("digest", Digest.of(dossier));
        model.addAttribute("sent", word(dossier, Move.SEND, language));
        model.addAttribute("verified", word(dossier, Move.VERIFY, language));
        model.addAttribute("returned", word(dossier, Move.RETURN, language));
        model.addAttribute("documents", documents.all(file.content().id()));
    }

    private boolean waits(String number, StageName stage) {
        return addenda.waiting(heads.standing(number).caseId(), stage);
    }

    private @Nullable Word word(Dossier dossier, Move move, Language language) {
        List<Step> steps =
                dossier.steps().stream().filter(step -> step.move() == move).toList();
        if (steps.isEmpty()) {
            return null;
        }
        Step last = steps.get(steps.size() - 1);
        return new Word(people.shown(last.actor()), clockface.minuteOf(last.at(), language), Masked.text(last.note()));
    }
}
