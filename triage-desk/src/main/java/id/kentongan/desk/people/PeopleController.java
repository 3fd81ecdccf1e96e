package id.kentongan.desk.people;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.journal.Journal;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's page: who is there, what they may do, who acts for whom and until when. */
@Controller
@RequestMapping("/people")
class PeopleController {
    private static final int LONGEST = 120;

    private final People people;
    private final Invitations invitations;
    private final Journal journal;

    PeopleController(People people, Invitations invitations, Journal journal) {
        this.people = people;
        this.invitations = invitations;
        this.journal = journal;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("people", people.all());
        return "people/people";
    }

    @GetMapping("/{name}")
    String one(@PathVariable String name, Model model) {
        model.addAttribute("one", find(name));
        model.addAttribute("roles", Role.values());
        return "people/person";
    }

    @PostMapping
    @Transactional
    String add(@RequestParam String name, Principal who, RedirectAttributes after) {
        String person = People.key(name.strip());
        if (!person.matches("[\\p{L}\\p{N}._@-]{1,60}") || people.find(person).isPresent()) {
            after.addFlashAttribute("refused", "people.bad.name");
            return "redirect:/people";
        }
        people.add(person, null, Set.of());
        journal.write(who.getName(), Role.ADMINISTRATOR.name(), "PERSON_ADDED", person, "");
        return "redirect:/people/" + person;
    }

    @PostMapping("/{name}")
    @Transactional
    String change(
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> form,
            Principal who,
            RedirectAttributes after) {
        Person before = find(name);
        Person now = written(before, form);
        boolean stays = now.active() && now.roles().contains(Role.ADMINISTRATOR);
        if (!stays && !people.anAdministratorRemainsWithout(name)) {
            after.addFlashAttribute("refused", "people.last.administrator");
            return "redirect:/people/" + before.name();
        }
        people.describe(now);
        journal.write(who.getName(), Role.ADMINISTRATOR.name(), "PERSON_CHANGED", now.name(), summary(now));
        after.addFlashAttribute("done", "people.saved");
        return "redirect:/people/" + before.name();
    }

    /** Shown once: the desk keeps only its hash. */
    @PostMapping("/{name}/invitation")
    @Transactional
    String invite(@PathVariable String name, Principal who, RedirectAttributes after) {
        Person person = find(name);
        after.addFlashAttribute("link", "/welcome/" + invitations.make(person.name()));
        journal.write(who.getName(), Role.ADMINISTRATOR.name(), "INVITED", person.name(), "");
        return "redirect:/people/" + person.name();
    }

    private Person find(String name) {
        return people.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Person written(Person before, MultiValueMap<String, String> form) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        form.getOrDefault("role", List.of()).forEach(role -> roles.add(role(role)));
        String acting = text(form, "acting");
        return new Person(
                before.name(),
                text(form, "fullName"),
                text(form, "nip"),
                text(form, "post"),
                text(form, "phone"),
                text(form, "mail"),
                roles,
                form.containsKey("active"),
                before.lockedUntil(),
                acting.equals("Plt.") || acting.equals("Plh.") ? acting : "",
                day(text(form, "actingFrom")),
                day(text(form, "actingTo")),
                before.language());
    }

    private static Role role(String written) {
        try {
            return Role.valueOf(written);
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such role", unknown);
        }
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        String written = form.getFirst(field);
        String text = written == null ? "" : written.replace('\0', ' ').strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return written.isEmpty() ? null : LocalDate.parse(written);
        } catch (DateTimeException fault) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such day", fault);
        }
    }

    private static String summary(Person person) {
        return "roles " + person.roles() + ", active " + person.active() + ", acting " + person.acting() + " "
                + person.actingFrom() + " to " + person.actingTo();
    }
}
