package id.kentongan.desk.people;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody switches their own second factor on and off; the administrator takes away one whose telephone is lost. */
@Controller
class SecondFactorController {
    private static final String HERE = "redirect:/second-factor";

    private final SecondFactors factors;
    private final People people;
    private final Journal journal;
    private final Clock clock;

    SecondFactorController(SecondFactors factors, People people, Journal journal, Clock clock) {
        this.factors = factors;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/second-factor")
    String page(Model model, Principal who) {
        model.addAttribute("asked", factors.asked(who.getName()));
        return "people/second-factor";
    }

    /** The secret is shown on the next page and never again. */
    @PostMapping("/second-factor")
    String begin(Principal who, RedirectAttributes after) {
        factors.begin(who.getName()).ifPresent(secret -> {
            after.addFlashAttribute("secret", secret);
            after.addFlashAttribute("uri", uri(who.getName(), secret));
        });
        return HERE;
    }

    @PostMapping("/second-factor/confirmation")
    @Transactional
    String confirm(@RequestParam(defaultValue = "") String code, Principal who, RedirectAttributes after) {
        List<String> recovery = factors.confirm(who.getName(), code.strip());
        if (recovery.isEmpty()) {
            Answer.refuse(after, "refusal.code");
        } else {
            journal.write(who.getName(), Journal.SYSTEM, "SECOND_FACTOR_ON", who.getName(), "");
            after.addFlashAttribute("recovery", recovery);
        }
        return HERE;
    }

    /** Asks for a code, so that a page left open is not enough; guessing counts as at the login. */
    @PostMapping("/second-factor/removal")
    @Transactional
    String remove(@RequestParam(defaultValue = "") String code, Principal who, RedirectAttributes after) {
        String name = who.getName();
        boolean shut = people.find(name)
                .map(Person::lockedUntil)
                .filter(until -> until.isAfter(clock.instant()))
                .isPresent();
        if (!factors.asked(name)) {
            return HERE;
        }
        if (shut || !factors.accepts(name, code)) {
            if (people.wrongPassword(name) == People.WRONG_PASSWORDS) {
                journal.write(Journal.SYSTEM, Journal.SYSTEM, "ACCOUNT_SHUT", name, "wrong codes");
            }
            Answer.refuse(after, "refusal.code");
            return HERE;
        }
        factors.remove(name);
        journal.write(name, Journal.SYSTEM, "SECOND_FACTOR_OFF", name, "");
        return HERE;
    }

    @PostMapping("/people/{name}/second-factor")
    @Transactional
    String take(@PathVariable String name, Principal who) {
        Person person = people.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        factors.remove(person.name());
        journal.write(who.getName(), Role.ADMINISTRATOR.name(), "SECOND_FACTOR_OFF", person.name(), "");
        return "redirect:/people/" + person.name();
    }

    private static String uri(String name, String secret) {
        String label = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Kentongan:" + label + "?secret=" + secret
                + "&issuer=Kentongan&algorithm=SHA1&digits=6&period=" + Totp.SECONDS;
    }
}
