package id.kentongan.desk.rules;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RuleStanding;
import id.kentongan.contracts.Text;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the rules were worth, for whoever writes them. Nothing can be changed here. */
@Controller
class RulesController {
    /**
     * One rule as the page shows it.
     *
     * @param search what finds its cases in the lists
     */
    record Shown(
            String slug,
            String search,
            @Nullable String title,
            String standing,
            List<String> why,
            RuleCases cases,
            RuleFindings findings,
            @Nullable String newest,
            List<ShownException> exceptions) {}

    /** @param remark of an exception, as a message with its number; none = nothing to say */
    record ShownException(String id, long findings, String until, String remark, long count) {}

    private final RuleReports reports;
    private final Clockface clockface;

    RulesController(RuleReports reports, Clockface clockface) {
        this.reports = reports;
        this.clockface = clockface;
    }

    @GetMapping("/rules")
    String page(Model model, Locale locale) {
        Language language = Language.of(locale);
        model.addAttribute(
                "rules", reports.all().stream().map(one -> shown(one, language)).toList());
        return "rules/rules";
    }

    private Shown shown(RuleReport one, Language language) {
        Text title = one.findings().title();
        Instant newest = one.findings().newest();
        return new Shown(
                Visible.text(one.slug()),
                one.slug(),
                title == null ? null : language.of(title),
                standing(one),
                one.why().stream().map(Visible::text).toList(),
                one.cases(),
                one.findings(),
                newest == null ? null : clockface.minuteOf(newest, language),
                one.exceptions().stream()
                        .map(exception -> new ShownException(
                                exception.id(),
                                exception.effect().findings(),
                                exception.until() == null ? "" : clockface.minuteOf(exception.until(), language),
                                exception.remark().kind().name().toLowerCase(Locale.ROOT),
                                exception.remark().count()))
                        .toList());
    }

    /** Detectors are part of the job, which therefore tells of no standing. */
    private static String standing(RuleReport one) {
        RuleStanding standing = one.standing();
        if (standing != null) {
            return standing.name().toLowerCase(Locale.ROOT);
        }
        return one.slug().equals(Finding.UNUSUAL) ? "detector" : "unknown";
    }
}
