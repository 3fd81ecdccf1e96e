package id.kentongan.desk.analysis;

import id.kentongan.contracts.Criticality;
import id.kentongan.desk.asset.AssetCard;
import id.kentongan.desk.asset.AssetCards;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Typed;
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

/** The card of the machine that a case is about; it serves the next case on that machine too. */
@Controller
@RequestMapping("/cases/{number}/asset")
class AssetController {
    private final CaseHeads heads;
    private final AssetCards cards;
    private final Journal journal;
    private final Clock clock;

    AssetController(CaseHeads heads, AssetCards cards, Journal journal, Clock clock) {
        this.heads = heads;
        this.cards = cards;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String number, Model model, Principal who, Locale locale) {
        CaseFile file = heads.file(number);
        model.addAttribute("head", heads.of(file, who, locale));
        model.addAttribute("card", cards.of(file.content().asset()));
        model.addAttribute("criticalities", Criticality.values());
        return "analysis/asset";
    }

    @PostMapping
    @Transactional
    String write(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        CaseFile file = heads.file(number);
        AssetCard card = card(new Typed(form));
        cards.write(file.content().asset(), card, who.getName(), clock.instant());
        journal.write(who.getName(), Role.ANALYST.name(), "ASSET_WRITTEN", number, card.toString());
        Answer.done(after, "done.saved");
        return "redirect:/cases/" + number;
    }

    private static AssetCard card(Typed typed) {
        return new AssetCard(
                typed.line("system"),
                typed.line("url"),
                typed.line("keeper"),
                typed.line("pse"),
                typed.line("pseHead"),
                typed.line("psePlace"),
                typed.line("pseContact"),
                typed.line("securityAgent"),
                typed.choice("criticality", Criticality.class, Criticality.ORDINARY),
                typed.ticked("iiv"),
                typed.ticked("personalData"));
    }
}
