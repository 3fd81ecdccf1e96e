package id.kentongan.desk.analysis;

import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.Splits;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.people.People;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps 3 to 5: an analyst takes findings out of a case into one of their own. */
@Controller
class SplitController {
    private final CaseHeads heads;
    private final Splits splits;
    private final People people;

    SplitController(CaseHeads heads, Splits splits, People people) {
        this.heads = heads;
        this.splits = splits;
        this.people = people;
    }

    @PostMapping("/cases/{number}/splitting")
    String split(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> form,
            Principal who,
            RedirectAttributes after) {
        Set<String> findings = Set.copyOf(form.getOrDefault("finding", List.of()));
        Optional<CaseNumber> part = splits.split(heads.standing(number).number(), findings, people.actor(who));
        if (part.isEmpty()) {
            Answer.refuse(after, "refusal.nothing_to_split");
            return "redirect:/cases/" + number;
        }
        Answer.done(after, "done.split");
        return "redirect:/cases/" + part.get().written();
    }
}
