package id.kentongan.desk.exceptions;

import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.findings.Effect;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.people.People;
import java.security.Principal;
import java.time.Instant;
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
            @Nullable ShownEffect effect,
            @Nullable Replay replay) {}

    /** @param remark nothing, or what to think about, as a message with its number */
    record ShownEffect(long findings, long days, String last, String remark, long count, List<ShownFinding> newest) {}

    /** A finding that an exception covers. */
    record ShownFinding(String title, String rule, String entity, String last) {}

    private final ExceptionReports reports;
    private final VerdictLoop loop;
    private final People people;
    private final Clockface clockface;

    ExceptionController(ExceptionReports reports, VerdictLoop loop, People people, Clockface clockface) {
        this.reports = reports;
        this.loop = loop;
        this.people = people;
        this.clockface = clockface;
    }

    @GetMapping
    String page(Model model, Locale locale) {
        Language language = Language.of(locale);
        List<Shown> shown =
                reports.all().stream().map(one -> shown(one, language)).toList();
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

    private Shown shown(ReportedException one, Language language) {
        Instant until = one.until();
        Scope scope = new Scope(one.rules(), one.agent(), one.sourceIps(), one.users());
        return new Shown(
                one.id(),
                one.caseNumber(),
                one.state(),
                Visible.text(String.join(", ", one.rules())),
                Visible.text(one.agent()),
                Visible.text(String.join(", ", one.sourceIps())),
                Visible.text(String.join(", ", one.users())),
                Visible.text(one.reason()),
                one.days(),
                people.shown(one.proposedBy()),
                until == null ? "" : clockface.minuteOf(until, language),
                until == null ? null : shown(one.effect(), one.remark(), language),
                one.state().equals("proposed") ? loop.replay(scope) : null);
    }

    private ShownEffect shown(Effect effect, Remark remark, Language language) {
        Instant last = effect.last();
        return new ShownEffect(
                effect.findings(),
                effect.days(),
                last == null ? "" : clockface.minuteOf(last, language),
                remark.kind().name().toLowerCase(Locale.ROOT),
                remark.count(),
                effect.newest().stream()
                        .map(one -> new ShownFinding(
                                language.of(one.title()),
                                Visible.text(one.rule()),
                                Visible.text(one.entity()),
                                clockface.minuteOf(one.last(), language)))
                        .toList());
    }
}
