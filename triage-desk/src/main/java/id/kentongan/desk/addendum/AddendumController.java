package id.kentongan.desk.addendum;

import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Download;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Typed;
import id.kentongan.desk.paper.Press;
import id.kentongan.desk.people.People;
import id.kentongan.desk.report.Documents;
import id.kentongan.desk.report.Documents.Kept;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The frozen documents of a case, and what was corrected in them. */
@Controller
@RequestMapping("/cases/{number}/addenda")
class AddendumController {
    private final CaseHeads heads;
    private final Addenda addenda;
    private final AddendumCourse course;
    private final Documents documents;
    private final Press press;
    private final People people;
    private final Journal journal;
    private final Clockface clockface;

    AddendumController(
            CaseHeads heads,
            Addenda addenda,
            AddendumCourse course,
            Documents documents,
            Press press,
            People people,
            Journal journal,
            Clockface clockface) {
        this.heads = heads;
        this.addenda = addenda;
        this.course = course;
        this.documents = documents;
        this.press = press;
        this.people = people;
        this.journal = journal;
        this.clockface = clockface;
    }

    @GetMapping
    String page(@PathVariable String number, Model model, Principal who, Locale locale) {
        CaseFile file = heads.file(number);
        String caseId = file.content().id();
        AddendumViews views = new AddendumViews(course, people, clockface, people.actor(who), Language.of(locale));
        List<Addendum> all = addenda.all(caseId);
        model.addAttribute("head", heads.of(file, who, locale));
        model.addAttribute(
                "corrected",
                documents.all(caseId).stream()
                        .filter(Kept::frozen)
                        .map(document -> views.of(document, all))
                        .toList());
        return "addendum/addenda";
    }

    /** As it was ratified; before that as it would be. */
    @GetMapping("/{id}")
    ResponseEntity<byte[]> file(
            @PathVariable String number, @PathVariable long id, @RequestParam(defaultValue = "pdf") String as) {
        Addendum addendum = addenda.find(heads.standing(number).caseId(), id).orElseThrow(AddendumController::missing);
        Optional<byte[]> frozen = addenda.content(id);
        if (frozen.isPresent() && as.equals("docx")) {
            throw missing();
        }
        return frozen.isPresent()
                ? Download.pdf("addendum-" + addendum.number() + "-" + number + "-" + id, frozen.get())
                : press.answer(course.paper(number, addendum), as);
    }

    /** Begins one; the next only when the one before was ratified. */
    @PostMapping
    @Transactional
    String begin(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        Standing standing = heads.locked(number);
        Typed typed = new Typed(form);
        Optional<Kept> document = documents.all(standing.caseId()).stream()
                .filter(kept -> kept.frozen() && Long.toString(kept.id()).equals(typed.line("document")))
                .findFirst();
        if (document.isEmpty() || onItsWay(standing.caseId(), document.get())) {
            Answer.refuse(after, "refusal.addendum_open");
        } else if (incomplete(typed)) {
            Answer.refuse(after, "refusal.addendum_empty");
        } else if (tellsTooMuch(number, document.get().id(), typed)) {
            Answer.refuse(after, "refusal.addendum_tlp");
        } else {
            long id = addenda.begin(
                    standing.caseId(),
                    document.get().id(),
                    Way.beginning(document.get().kind()));
            write(number, standing.caseId(), id, typed, who, after);
        }
        return back(number);
    }

    /** Keeps what was written, and with {@code decision=send} passes it on. */
    @PostMapping("/{id}")
    @Transactional
    String rewrite(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        Standing standing = heads.locked(number);
        Typed typed = new Typed(form);
        Optional<Addendum> written = addenda.find(standing.caseId(), id).filter(one -> Way.beingWritten(one.stage()));
        if (written.isEmpty()) {
            Answer.refuse(after, "refusal.not_from_here");
        } else if (incomplete(typed)) {
            Answer.refuse(after, "refusal.addendum_empty");
        } else if (tellsTooMuch(number, written.get().document(), typed)) {
            Answer.refuse(after, "refusal.addendum_tlp");
        } else {
            write(number, standing.caseId(), id, typed, who, after);
        }
        return back(number);
    }

    /** As step 8; of a Laporan Kerja, that it is known. */
    @PostMapping("/{id}/verification")
    @Transactional
    String verify(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String note,
            Principal who,
            RedirectAttributes after) {
        Move move = switch (decision) {
            case "verify" -> Move.VERIFY;
            case "acknowledge" -> Move.ACKNOWLEDGE;
            default -> Move.RETURN;
        };
        return decided(number, id, move, note, who, after);
    }

    /** As step 9. */
    @PostMapping("/{id}/ratification")
    @Transactional
    String ratify(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String note,
            Principal who,
            RedirectAttributes after) {
        return decided(number, id, decision.equals("ratify") ? Move.RATIFY : Move.RETURN, note, who, after);
    }

    private String decided(String number, long id, Move move, String note, Principal who, RedirectAttributes after) {
        String caseId = heads.locked(number).caseId();
        String said = new Typed(Map.of("note", note)).text("note");
        Decision decision = course.move(number, caseId, id, move, people.actor(who), said);
        Answer.tell(after, decision, move == Move.RETURN ? "done.addendum.returned" : "done.addendum.passed");
        return back(number);
    }

    private void write(String number, String caseId, long id, Typed typed, Principal who, RedirectAttributes after) {
        String corrected = typed.text("corrected");
        String reason = typed.text("reason");
        addenda.write(id, typed.line("documentNumber"), corrected, reason);
        journal.write(
                who.getName(),
                Role.ANALYST.name(),
                "ADDENDUM_WRITTEN",
                number,
                "addendum id " + id + ": " + corrected + "; reason: " + reason);
        if (!typed.line("decision").equals("send")) {
            Answer.done(after, "done.saved");
            return;
        }
        Actor actor = people.actor(who);
        Answer.tell(
                after, course.move(number, caseId, id, Move.SEND, actor, typed.text("note")), "done.addendum.passed");
    }

    private boolean tellsTooMuch(String number, long document, Typed typed) {
        return course.tellsTooMuch(number, document, typed.text("corrected") + "\n" + typed.text("reason"));
    }

    private static boolean incomplete(Typed typed) {
        return typed.text("corrected").isEmpty() || typed.text("reason").isEmpty();
    }

    private boolean onItsWay(String caseId, Kept document) {
        return addenda.all(caseId).stream().anyMatch(one -> one.document() == document.id() && !Way.ended(one.stage()));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String back(String number) {
        return "redirect:/cases/" + number + "/addenda";
    }
}
