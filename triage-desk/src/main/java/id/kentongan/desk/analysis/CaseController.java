package id.kentongan.desk.analysis;

import id.kentongan.contracts.Text;
import id.kentongan.desk.asset.AssetCards;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.Splits;
import id.kentongan.desk.course.Standings;
import id.kentongan.desk.course.Waitings;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.people.People;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one case. */
@Controller
class CaseController {
    private final CaseHeads heads;
    private final Standings standings;
    private final Waitings waitings;
    private final Analyses analyses;
    private final AssetCards cards;
    private final People people;
    private final Splits splits;
    private final SimilarCases similar;
    private final WazuhLinks wazuh;
    private final Clockface clockface;

    CaseController(
            CaseHeads heads,
            Standings standings,
            Waitings waitings,
            Analyses analyses,
            AssetCards cards,
            People people,
            Splits splits,
            SimilarCases similar,
            WazuhLinks wazuh,
            Clockface clockface) {
        this.heads = heads;
        this.standings = standings;
        this.waitings = waitings;
        this.analyses = analyses;
        this.cards = cards;
        this.people = people;
        this.splits = splits;
        this.similar = similar;
        this.wazuh = wazuh;
        this.clockface = clockface;
    }

    @GetMapping("/cases/{number}")
    String detail(@PathVariable String number, Model model, Principal who, Locale locale) {
        CaseFile file = heads.file(number);
        Language language = Language.of(locale);
        model.addAttribute("sheet", new CaseSheets(clockface, wazuh, language).of(file));
        model.addAttribute("head", heads.of(file, who, locale));
        model.addAttribute("follows", heads.followed(file));
        model.addAttribute("partOf", heads.partOf(file));
        model.addAttribute("card", cards.of(file.content().asset()));
        model.addAttribute("history", history(file, language));
        model.addAttribute("waitings", waitings(file, language));
        model.addAttribute("notes", notes(file, language));
        model.addAttribute("parts", splits.parts(file.content().id()));
        model.addAttribute("origin", splits.origin(file.content().id()).orElse(null));
        model.addAttribute("similar", similar(file, language));
        return "analysis/case";
    }

    /** One move that was made, as people read it. */
    record Past(
            String at,
            String move,
            String to,
            String who,
            String acting,
            String note,
            String worked,
            String waited,
            boolean waived) {}

    /**
     * A time that the case waited for others, as people read it.
     *
     * @param until empty while it goes on, as are {@code ended} and {@code endedBy}
     */
    record Waited(
            String from,
            String until,
            String reason,
            String asked,
            String who,
            String ended,
            String endedBy,
            String answer) {}

    /** A note as people read it. */
    record Jotted(String at, String who, String text) {}

    /** A closed case that is like this one, as people read it. */
    record Alike(
            String number,
            String title,
            String severity,
            String stage,
            String closed,
            @Nullable String verdict,
            String reason,
            boolean sameMachine,
            int rules,
            int techniques) {}

    private List<Alike> similar(CaseFile file, Language language) {
        return similar.to(file.content()).stream()
                .map(past -> new Alike(
                        past.number(),
                        language.of(new Text(past.titleId(), past.titleEn())),
                        past.severity().name().toLowerCase(Locale.ROOT),
                        past.stage().name().toLowerCase(Locale.ROOT),
                        clockface.minuteOf(past.closed(), language),
                        past.verdict() == null ? null : past.verdict().toLowerCase(Locale.ROOT),
                        past.reason() == null ? "" : Visible.text(past.reason()),
                        past.sameMachine(),
                        past.rules(),
                        past.techniques()))
                .toList();
    }

    private List<Past> history(CaseFile file, Language language) {
        return standings.steps(file.number()).stream()
                .map(step -> new Past(
                        clockface.minuteOf(step.at(), language),
                        step.move().name().toLowerCase(Locale.ROOT),
                        step.to().name().toLowerCase(Locale.ROOT),
                        people.shown(step.actor()),
                        step.acting(),
                        Visible.text(step.note()),
                        clockface.worked(step.work(), language),
                        step.waited().isZero() ? "" : clockface.worked(step.waited(), language),
                        step.waived()))
                .toList();
    }

    private List<Waited> waitings(CaseFile file, Language language) {
        return waitings.of(file.content().id()).stream()
                .map(one -> new Waited(
                        clockface.minuteOf(one.from(), language),
                        one.until() == null ? "" : clockface.minuteOf(one.until(), language),
                        one.reason().name().toLowerCase(Locale.ROOT),
                        Visible.text(one.asked()),
                        people.shown(one.by()),
                        one.ended() == null ? "" : one.ended().name().toLowerCase(Locale.ROOT),
                        one.endedBy() == null ? "" : people.shown(one.endedBy()),
                        Visible.text(one.answer())))
                .toList();
    }

    private List<Jotted> notes(CaseFile file, Language language) {
        return analyses.notes(file.content().id()).stream()
                .map(note -> new Jotted(
                        clockface.minuteOf(note.at(), language),
                        people.shown(note.author()),
                        Visible.text(note.text())))
                .toList();
    }

    /** Nothing (204) while {@code version} is the newest; else a line that offers to load the page again. */
    @GetMapping("/cases/{number}/news")
    @Nullable
    String news(@PathVariable String number, @RequestParam String version, Model model, HttpServletResponse response) {
        CaseFile file = heads.file(number);
        if (Long.toString(file.content().version()).equals(version)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        model.addAttribute("number", file.number().written());
        return "analysis/case :: news";
    }
}
