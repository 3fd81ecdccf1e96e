package id.kentongan.desk.analysis;

import id.kentongan.contracts.Case;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.logbook.Entity;
import id.kentongan.desk.logbook.Logbook;
import id.kentongan.desk.logbook.LoggedAlert;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Step 3: what else the log says of the machine, the addresses and the accounts of a case. */
@Controller
@RequestMapping("/cases/{number}/alerts")
class OtherAlertsController {
    private static final List<Integer> HOURS = List.of(1, 24, 168);
    private static final int MOST_PAGES = 200;
    private static final int MOST_CHOICES = 12;

    /** Something of the case to look up; {@code place} among its choices stands in the address. */
    record Choice(int place, String kind, String value, String shown) {}

    /** One alert as the page shows it. */
    record Row(
            String time,
            String iso,
            String agent,
            String rule,
            String description,
            @Nullable String sourceIp,
            @Nullable String account,
            String excerpt) {}

    private final CaseHeads heads;
    private final Logbook logbook;
    private final Clockface clockface;

    OtherAlertsController(CaseHeads heads, Logbook logbook, Clockface clockface) {
        this.heads = heads;
        this.logbook = logbook;
        this.clockface = clockface;
    }

    @GetMapping
    String page(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int of,
            @RequestParam(defaultValue = "24") int hours,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Principal who,
            Locale locale) {
        CaseFile file = heads.file(number);
        model.addAttribute("head", heads.of(file, who, locale));
        fill(file, of, hours, page, model, Language.of(locale));
        return "analysis/alerts";
    }

    /** The newest, for the page of the case. */
    @GetMapping("/list")
    String list(@PathVariable String number, @RequestParam(defaultValue = "0") int of, Model model, Locale locale) {
        fill(heads.file(number), of, 24, 0, model, Language.of(locale));
        return "analysis/alerts :: list";
    }

    private void fill(CaseFile file, int of, int hours, int page, Model model, Language language) {
        List<Choice> choices = choices(file.content());
        Choice chosen = choices.get(of >= 0 && of < choices.size() ? of : 0);
        int around = HOURS.contains(hours) ? hours : 24;
        int at = Math.max(0, Math.min(MOST_PAGES, page));
        List<LoggedAlert> found = logbook.of(
                Entity.valueOf(chosen.kind().toUpperCase(Locale.ROOT)),
                chosen.value(),
                file.content().firstSeen().minus(Duration.ofHours(around)),
                file.content().lastSeen().plus(Duration.ofHours(around)),
                at);
        model.addAttribute("number", file.number().written());
        model.addAttribute("choices", choices);
        model.addAttribute("chosen", chosen.place());
        model.addAttribute("hours", around);
        model.addAttribute("spans", HOURS);
        model.addAttribute("page", at);
        model.addAttribute("more", found.size() > Logbook.PAGE && at < MOST_PAGES);
        model.addAttribute(
                "rows",
                found.stream()
                        .limit(Logbook.PAGE)
                        .map(one -> row(one, language))
                        .toList());
    }

    private static List<Choice> choices(Case content) {
        List<Choice> choices = new ArrayList<>();
        String name = content.asset().agentName();
        String machine = content.asset().node() + "/" + content.asset().agentId();
        choices.add(new Choice(0, "machine", machine, Visible.text(name == null ? machine : name)));
        content.sourceIps().stream()
                .limit(MOST_CHOICES)
                .forEach(ip -> choices.add(new Choice(choices.size(), "address", ip, Visible.text(ip))));
        content.users().stream()
                .limit(MOST_CHOICES)
                .forEach(user -> choices.add(new Choice(choices.size(), "account", user, Visible.text(user))));
        return choices;
    }

    private Row row(LoggedAlert alert, Language language) {
        return new Row(
                clockface.secondOf(alert.at(), language),
                alert.at().toString(),
                Visible.text(alert.agentName().isEmpty() ? alert.machine() : alert.agentName()),
                Visible.text(alert.ruleId()) + " · " + alert.level(),
                Visible.text(alert.description()),
                Visible.orNull(alert.sourceIp()),
                Visible.orNull(alert.account()),
                Visible.text(alert.excerpt()));
    }
}
