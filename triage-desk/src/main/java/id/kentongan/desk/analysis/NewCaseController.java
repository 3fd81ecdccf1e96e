package id.kentongan.desk.analysis;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.analysis.OpenedByHand.Source;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Typed;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.shelf.CaseShelf;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An analyst opens a case by hand. */
@Controller
class NewCaseController {
    private final CaseShelf shelf;
    private final Journal journal;
    private final DeskSettings settings;
    private final Clock clock;

    NewCaseController(CaseShelf shelf, Journal journal, DeskSettings settings, Clock clock) {
        this.shelf = shelf;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/cases/new")
    String form(Model model) {
        model.addAttribute("sources", Source.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("tlps", Tlp.values());
        return "analysis/new";
    }

    @PostMapping("/cases")
    @Transactional
    String open(@RequestParam Map<String, String> form, Principal who, RedirectAttributes after) {
        Typed typed = new Typed(form);
        Instant now = clock.instant();
        Instant happened = typed.moment("happened", settings.timeZone());
        if (typed.line("title").isEmpty() || typed.text("summary").isEmpty()) {
            Answer.refuse(after, "refusal.words_missing");
            return "redirect:/cases/new";
        }
        OpenedByHand opened = new OpenedByHand(
                typed.choice("source", Source.class, Source.MANUAL),
                typed.choice("tlp", Tlp.class, Tlp.AMBER),
                typed.line("title"),
                typed.text("summary"),
                typed.line("machine"),
                typed.line("address"),
                typed.choice("severity", Severity.class, Severity.MEDIUM));
        Instant from = happened == null || happened.isAfter(now) ? now : happened;
        Case content = opened.content(UUID.randomUUID(), from, now);
        CaseNumber number = shelf.open(content, opened.source().name(), opened.told(), now);
        journal.write(
                who.getName(),
                Role.ANALYST.name(),
                "OPENED_BY_HAND",
                number.written(),
                opened.source()
                        + (opened.told() == null ? "" : " " + opened.tlp().label()) + ": " + opened.title());
        Answer.done(after, "done.opened");
        return "redirect:/cases/" + number.written();
    }
}
