package id.kentongan.desk.people;

import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Typed;
import id.kentongan.desk.page.Visible;
import java.security.Principal;
import java.util.List;
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

/** Everybody makes and removes the keys by which programs act for them. */
@Controller
@RequestMapping("/tokens")
class TokenController {
    /** A key as the page shows it. */
    record Shown(long id, String purpose, String expires) {}

    private final ApiTokens tokens;
    private final Journal journal;
    private final Clockface clockface;

    TokenController(ApiTokens tokens, Journal journal, Clockface clockface) {
        this.tokens = tokens;
        this.journal = journal;
        this.clockface = clockface;
    }

    @GetMapping
    String page(Model model, Principal who, Locale locale) {
        List<Shown> shown = tokens.of(who.getName()).stream()
                .map(one -> new Shown(
                        one.id(), Visible.text(one.purpose()), clockface.minuteOf(one.expires(), Language.of(locale))))
                .toList();
        model.addAttribute("tokens", shown);
        return "people/tokens";
    }

    /** The key is shown on the next page and never again. */
    @PostMapping
    @Transactional
    String make(@RequestParam Map<String, String> form, Principal who, RedirectAttributes after) {
        String purpose = new Typed(form).line("purpose");
        after.addFlashAttribute("token", tokens.make(who.getName(), purpose));
        journal.write(who.getName(), Journal.SYSTEM, "API_TOKEN_MADE", who.getName(), purpose);
        return "redirect:/tokens";
    }

    @PostMapping("/{id}/removal")
    @Transactional
    String remove(@PathVariable String id, Principal who) {
        if (id.matches("\\d{1,18}") && tokens.remove(who.getName(), Long.parseLong(id))) {
            journal.write(who.getName(), Journal.SYSTEM, "API_TOKEN_REMOVED", who.getName(), id);
        }
        return "redirect:/tokens";
    }
}
