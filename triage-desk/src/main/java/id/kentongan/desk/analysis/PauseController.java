package id.kentongan.desk.analysis;

import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.WaitingFor;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.Pauses;
import id.kentongan.desk.course.Waiting;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Typed;
import id.kentongan.desk.people.People;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps 4 to 6: an analyst stops the clock while the case waits for others, and lets it go on. */
@Controller
@RequestMapping("/cases/{number}/pause")
class PauseController {
    private final CaseHeads heads;
    private final Pauses pauses;
    private final People people;

    PauseController(CaseHeads heads, Pauses pauses, People people) {
        this.heads = heads;
        this.pauses = pauses;
        this.people = people;
    }

    @PostMapping
    String pause(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        Typed typed = new Typed(form);
        Decision decision = pauses.pause(
                heads.standing(number).number(),
                typed.choice("reason", WaitingFor.class, WaitingFor.OPERATOR),
                typed.text("asked"),
                people.actor(who));
        Answer.tell(after, decision, "done.paused");
        return "redirect:/cases/" + number;
    }

    @PostMapping("/end")
    String resume(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        Typed typed = new Typed(form);
        Decision decision = pauses.resume(
                heads.standing(number).number(),
                typed.line("end").equals("answered") ? Waiting.End.ANSWERED : Waiting.End.BY_HAND,
                typed.text("answer"),
                people.actor(who));
        Answer.tell(after, decision, "done.resumed");
        return "redirect:/cases/" + number;
    }
}
