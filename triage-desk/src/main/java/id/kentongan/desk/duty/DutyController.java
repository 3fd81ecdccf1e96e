package id.kentongan.desk.duty;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Typed;
import id.kentongan.desk.people.People;
import id.kentongan.desk.people.Person;
import id.kentongan.desk.settings.DeskSettings;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

/** Who is called first, and when. Everybody reads it, coordinators write it. */
@Controller
@RequestMapping("/duty")
class DutyController {
    private static final Duration LONGEST = Duration.ofDays(31);

    /** One shift as people read it. */
    record Shown(long id, String who, String from, String until, boolean now) {}

    private final Roster roster;
    private final People people;
    private final Journal journal;
    private final DeskSettings settings;
    private final Clockface clockface;
    private final Clock clock;

    DutyController(
            Roster roster, People people, Journal journal, DeskSettings settings, Clockface clockface, Clock clock) {
        this.roster = roster;
        this.people = people;
        this.journal = journal;
        this.settings = settings;
        this.clockface = clockface;
        this.clock = clock;
    }

    @GetMapping
    String page(Model model, Locale locale) {
        Language language = Language.of(locale);
        Instant now = clock.instant();
        model.addAttribute(
                "shifts",
                roster.endingAfter(now).stream()
                        .map(one -> new Shown(
                                one.id(),
                                people.shown(one.person()),
                                clockface.minuteOf(one.from(), language),
                                clockface.minuteOf(one.until(), language),
                                !one.from().isAfter(now)))
                        .toList());
        model.addAttribute("people", active());
        return "duty/duty";
    }

    @PostMapping
    @Transactional
    String add(@RequestParam Map<String, String> form, Principal who, RedirectAttributes after) {
        Typed typed = new Typed(form);
        String person = typed.line("person");
        Instant from = typed.moment("from", settings.timeZone());
        Instant until = typed.moment("until", settings.timeZone());
        boolean known = active().stream().anyMatch(one -> one.name().equals(person));
        if (!known || from == null || until == null || !from.isBefore(until) || until.isAfter(from.plus(LONGEST))) {
            Answer.refuse(after, "refusal.shift");
            return "redirect:/duty";
        }
        roster.add(person, from, until);
        journal.write(who.getName(), Role.COORDINATOR.name(), "DUTY_ADDED", person, from + " to " + until);
        Answer.done(after, "done.saved");
        return "redirect:/duty";
    }

    @PostMapping("/{id}/removal")
    @Transactional
    String remove(@PathVariable String id, Principal who, RedirectAttributes after) {
        if (id.matches("\\d{1,18}") && roster.remove(Long.parseLong(id))) {
            journal.write(who.getName(), Role.COORDINATOR.name(), "DUTY_REMOVED", id, "");
            Answer.done(after, "done.saved");
        }
        return "redirect:/duty";
    }

    private List<Person> active() {
        return people.all().stream().filter(Person::active).toList();
    }
}
