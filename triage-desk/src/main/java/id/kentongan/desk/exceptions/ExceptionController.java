package id.kentongan.desk.exceptions;

import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.people.People;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordinator's page of exceptions: proposed, in force, past. */
@Controller
@RequestMapping("/exceptions")
class ExceptionController {
    /** One exception as the page shows it; what it would have hidden is worked out while it is only proposed. */
    record Shown(
            String id,
            String caseNumber,
            String state,
            String rules,
            String agent,
            String addresses,
            String users,
            String reason,
            int days,
            String proposedBy,
            String until,
            @Nullable Replay replay) {}

    private final Proposals proposals;
    private final VerdictLoop loop;
    private final People people;
    private final Clockface clockface;

    ExceptionController(Proposals proposals, VerdictLoop loop, People people, Clockface clockface) {
        this.proposals = proposals;
        this.loop = loop;
        this.people = people;
        this.clockface = clockface;
    }

    @GetMapping
    String page(Model model, Locale locale) {
        Language language = Language.of(locale);
        List<Shown> shown =
                proposals.all().stream().map(one -> shown(one, language)).toList();
        model.addAttribute("exceptions", shown);
        return "exceptions/exceptions";
    }

    @PostMapping("/{id}")
    String decide(
            @PathVariable String id,
            @RequestParam String decision,
            @RequestParam(defaultValue = "30") int days,
            Principal who,
            RedirectAttributes after) {
        Actor actor = people.actor(who);
        Optional<String> refused =
                actor.is(Role.COORDINATOR) ? decided(id, decision, days, actor) : Optional.of("refusal.not_your_role");
        refused.ifPresentOrElse(why -> Answer.refuse(after, why), () -> Answer.done(after, "done.saved"));
        return "redirect:/exceptions";
    }

    private Optional<String> decided(String id, String decision, int days, Actor actor) {
        return switch (decision) {
            case "approve" -> loop.approve(id, days, actor);
            case "end" -> loop.end(id, actor) ? Optional.empty() : Optional.of("refusal.not_from_here");
            default -> loop.refuse(id, actor) ? Optional.empty() : Optional.of("refusal.not_from_here");
        };
    }

    private Shown shown(Proposed one, Language language) {
        Scope scope = one.scope();
        return new Shown(
                one.id(),
                one.caseNumber(),
                one.state().name().toLowerCase(Locale.ROOT),
                Visible.text(String.join(", ", scope.rules())),
                Visible.text(scope.agent()),
                Visible.text(String.join(", ", scope.sourceIps())),
                Visible.text(String.join(", ", scope.users())),
                Visible.text(one.reason()),
                one.days(),
                people.shown(one.proposedBy()),
                one.until() == null ? "" : clockface.minuteOf(one.until(), language),
                one.state() == Proposed.State.PROPOSED ? loop.replay(scope) : null);
    }
}
