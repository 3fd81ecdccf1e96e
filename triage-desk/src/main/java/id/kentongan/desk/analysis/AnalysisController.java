package id.kentongan.desk.analysis;

import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Grounds;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.Course;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Typed;
import id.kentongan.desk.people.People;
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

/** Steps 3 and 4: take a case, study it, decide Ya or Tidak, or send it off the list. */
@Controller
@RequestMapping("/cases/{number}")
class AnalysisController {
    private final CaseHeads heads;
    private final Course course;
    private final Analyses analyses;
    private final People people;
    private final Journal journal;
    private final WazuhLinks wazuh;
    private final Clockface clockface;
    private final Clock clock;

    AnalysisController(
            CaseHeads heads,
            Course course,
            Analyses analyses,
            People people,
            Journal journal,
            WazuhLinks wazuh,
            Clockface clockface,
            Clock clock) {
        this.heads = heads;
        this.course = course;
        this.analyses = analyses;
        this.people = people;
        this.journal = journal;
        this.wazuh = wazuh;
        this.clockface = clockface;
        this.clock = clock;
    }

    @GetMapping("/analysis")
    String page(@PathVariable String number, Model model, Principal who, Locale locale) {
        CaseFile file = heads.file(number);
        model.addAttribute("head", heads.of(file, who, locale));
        model.addAttribute("words", analyses.of(file.content().id()));
        model.addAttribute("sheet", new CaseSheets(clockface, wazuh, Language.of(locale)).of(file));
        return "analysis/analysis";
    }

    /** Keeps the six words, and with {@code decision} decides on the case as well. */
    @PostMapping("/analysis")
    @Transactional
    String write(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        Standing standing = heads.locked(number);
        Typed typed = new Typed(form);
        boolean open = standing.stageName() == StageName.ANALYSIS;
        if (!open) {
            Answer.refuse(after, "refusal.not_from_here");
            return "redirect:/cases/" + number;
        }
        analyses.write(standing.caseId(), words(typed), who.getName(), clock.instant());
        journal.write(
                who.getName(),
                Role.ANALYST.name(),
                "ANALYSIS_WRITTEN",
                number,
                words(typed).toString());
        return switch (typed.line("decision")) {
            case "yes" -> moved(number, Move.CONFIRM_ANOMALY, "", "done.yes", "/assessment", who, after);
            case "no" -> moved(number, Move.REANALYSE, typed.text("note"), "done.no", "", who, after);
            default -> {
                Answer.done(after, "done.saved");
                yield "redirect:/cases/" + number + "/analysis";
            }
        };
    }

    @PostMapping("/taking")
    String take(@PathVariable String number, Principal who, RedirectAttributes after) {
        return moved(number, Move.TAKE, "", "done.taken", "/analysis", who, after);
    }

    @PostMapping("/owner")
    String takeOver(@PathVariable String number, Principal who, RedirectAttributes after) {
        boolean taken = course.takeOver(heads.standing(number).number(), people.actor(who));
        if (taken) {
            Answer.done(after, "done.taken");
        } else {
            Answer.refuse(after, "refusal.not_from_here");
        }
        return "redirect:/cases/" + number;
    }

    @PostMapping("/dismissal")
    String dismiss(@PathVariable String number, @RequestParam String note, Principal who, RedirectAttributes after) {
        return moved(number, Move.DISMISS, note, "done.dismissed", "", who, after);
    }

    @PostMapping("/merging")
    String merge(
            @PathVariable String number,
            @RequestParam String into,
            @RequestParam(defaultValue = "") String note,
            Principal who,
            RedirectAttributes after) {
        Actor actor = people.actor(who);
        Decision decision = CaseNumber.parse(into.strip())
                .map(target -> course.merge(heads.standing(number).number(), target, actor, note))
                .orElse(new Decision.Refused(id.kentongan.desk.casefile.Refusal.NOT_FROM_HERE));
        Answer.tell(after, decision, "done.merged");
        return "redirect:/cases/" + number;
    }

    @PostMapping("/reopening")
    String reopen(@PathVariable String number, @RequestParam String note, Principal who, RedirectAttributes after) {
        return moved(number, Move.REOPEN, note, "done.reopened", "", who, after);
    }

    @PostMapping("/notes")
    @Transactional
    String note(@PathVariable String number, @RequestParam Map<String, String> form, Principal who) {
        Standing standing = heads.standing(number);
        String text = new Typed(form).text("note");
        if (!text.isEmpty()) {
            analyses.note(standing.caseId(), text, who.getName(), clock.instant());
            journal.write(who.getName(), Role.ANALYST.name(), "NOTE", number, text);
        }
        return "redirect:/cases/" + number + "#notes";
    }

    private String moved(
            String number, Move move, String note, String done, String next, Principal who, RedirectAttributes after) {
        Decision decision = course.move(heads.standing(number).number(), move, people.actor(who), Grounds.NONE, note);
        Answer.tell(after, decision, done);
        return "redirect:/cases/" + number + (decision.allowed() ? next : "");
    }

    private static SixWords words(Typed typed) {
        return new SixWords(
                typed.text("attackForm"),
                typed.text("scheme"),
                typed.text("cause"),
                typed.text("gap"),
                typed.text("mitigation"),
                typed.text("handling"));
    }
}
