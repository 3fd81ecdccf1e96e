package id.kentongan.desk.people;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.people.Invitations.Invitation;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a one-time link leads: the person sets a password; the very first one becomes administrator. */
@Controller
@RequestMapping("/welcome/{token}")
class WelcomeController {
    private final Invitations invitations;
    private final People people;
    private final PasswordEncoder passwords;
    private final Journal journal;

    WelcomeController(Invitations invitations, People people, PasswordEncoder passwords, Journal journal) {
        this.invitations = invitations;
        this.people = people;
        this.passwords = passwords;
        this.journal = journal;
    }

    @GetMapping
    String welcome(@PathVariable String token, Model model) {
        return form(token, open(token), null, model);
    }

    @PostMapping
    @Transactional
    String enter(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam String password,
            Model model) {
        Invitation invitation = open(token);
        String person = invitation.person() == null ? name.strip() : invitation.person();
        if (!person.matches("[\\p{L}\\p{N}._@-]{1,60}")
                || (invitation.person() == null && people.find(person).isPresent())) {
            return form(token, invitation, "welcome.bad.name", model);
        }
        if (password.length() < FirstPeople.SHORTEST_PASSWORD) {
            return form(token, invitation, "welcome.short", model);
        }
        if (!invitations.use(token)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (invitation.person() == null) {
            people.add(person, null, Set.of(Role.ADMINISTRATOR));
        }
        people.setPassword(person, passwords.encode(password));
        journal.write(People.key(person), Journal.SYSTEM, "PASSWORD_SET", People.key(person), "one-time link");
        return "redirect:/login";
    }

    private Invitation open(String token) {
        return invitations.open(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String form(String token, Invitation invitation, @Nullable String fault, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("invited", invitation.person());
        model.addAttribute("fault", fault);
        return "people/welcome";
    }
}
