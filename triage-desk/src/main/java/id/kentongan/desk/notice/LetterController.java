package id.kentongan.desk.notice;

import id.kentongan.desk.assessment.Assessments;
import id.kentongan.desk.assessment.FileKind;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.Decision;
import id.kentongan.desk.casefile.Grounds;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.WaitingFor;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.Course;
import id.kentongan.desk.course.Pauses;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Download;
import id.kentongan.desk.page.Typed;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Press;
import id.kentongan.desk.people.People;
import id.kentongan.desk.received.Sieve;
import id.kentongan.desk.report.DocumentKind;
import id.kentongan.desk.report.Documents;
import id.kentongan.desk.report.Dossier;
import id.kentongan.desk.report.Dossiers;
import id.kentongan.desk.settings.DeskSettings;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step 10: the letter is drafted here, signed elsewhere, brought back, delivered and answered. */
@Controller
@RequestMapping("/cases/{number}/letter")
class LetterController {
    private final CaseHeads heads;
    private final Course course;
    private final Pauses pauses;
    private final Letters letters;
    private final Documents documents;
    private final Sieves sieves;
    private final Dossiers dossiers;
    private final Press press;
    private final People people;
    private final Journal journal;
    private final DeskSettings settings;
    private final Clock clock;

    LetterController(
            CaseHeads heads,
            Course course,
            Pauses pauses,
            Letters letters,
            Documents documents,
            Sieves sieves,
            Dossiers dossiers,
            Press press,
            People people,
            Journal journal,
            DeskSettings settings,
            Clock clock) {
        this.heads = heads;
        this.course = course;
        this.pauses = pauses;
        this.letters = letters;
        this.documents = documents;
        this.sieves = sieves;
        this.dossiers = dossiers;
        this.press = press;
        this.people = people;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String number, Model model, Principal who, Locale locale) {
        CaseFile file = heads.file(number);
        Dossier dossier = dossiers.of(number);
        model.addAttribute("head", heads.of(file, who, locale));
        model.addAttribute("letter", letter(dossier));
        model.addAttribute("leftOut", leftOut(dossier));
        model.addAttribute("pse", dossier.asset());
        return "notice/letter";
    }

    /** The letter to be signed. */
    @GetMapping("/draft")
    ResponseEntity<byte[]> draft(@PathVariable String number, @RequestParam(defaultValue = "pdf") String as) {
        Dossier dossier = dossiers.of(number);
        Paper paper = NoticeLetter.of(dossier, letter(dossier), sieves.of(dossier));
        return press.answer(paper, as);
    }

    @GetMapping("/signed")
    ResponseEntity<byte[]> signed(@PathVariable String number) {
        byte[] content = letters.signedFile(heads.standing(number).caseId())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.pdf(number + "-signed", content);
    }

    @PostMapping
    @Transactional
    String write(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        Standing standing = heads.locked(number);
        if (standing.stageName() != StageName.RATIFIED) {
            Answer.refuse(after, "refusal.not_from_here");
            return back(number);
        }
        Letter written = LetterForm.written(new Typed(form));
        letters.write(standing.caseId(), written);
        journal.write(who.getName(), Role.ANALYST.name(), "LETTER_WRITTEN", number, written.toString());
        Answer.done(after, "done.saved");
        return back(number);
    }

    /** The signed file comes back; with it the letter is out. */
    @PostMapping("/signed")
    @Transactional
    String sign(@PathVariable String number, @RequestParam MultipartFile file, Principal who, RedirectAttributes after)
            throws IOException {
        Standing standing = heads.standing(number);
        byte[] content = file.getSize() > settings.largestUpload() ? new byte[0] : file.getBytes();
        if (!FileKind.of(content).equals(Optional.of(FileKind.PDF))) {
            Answer.refuse(after, "upload.no.pdf");
            return back(number);
        }
        Decision decision = course.move(
                standing.number(), Move.ISSUE_LETTER, people.actor(who), Grounds.NONE.withSignedLetter(true), "");
        if (decision.allowed()) {
            keep(standing, number, String.valueOf(file.getOriginalFilename()), content, who);
        }
        Answer.tell(after, decision, "done.letter");
        return back(number);
    }

    private void keep(Standing standing, String number, String name, byte[] content, Principal who) {
        Dossier dossier = dossiers.of(number);
        if (letters.of(standing.caseId()).isEmpty()) {
            letters.write(standing.caseId(), letter(dossier));
        }
        String sha256 = Assessments.sha256(content);
        letters.sign(
                standing.caseId(),
                Visible.text(name.replaceAll("^.*[/\\\\]", "")),
                sha256,
                content,
                who.getName(),
                clock.instant());
        documents.keep(
                standing.caseId(),
                DocumentKind.NOTICE_LETTER,
                Move.ISSUE_LETTER.name(),
                content,
                who.getName(),
                clock.instant());
        journal.write(who.getName(), Role.ANALYST.name(), "SIGNED_LETTER_KEPT", number, "sha256 " + sha256);
    }

    /** How it was delivered and what the PSE answered; a case that was opened again may have waited for that. */
    @PostMapping("/reply")
    @Transactional
    String reply(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        Standing standing = heads.locked(number);
        Optional<Letter> letter = letters.of(standing.caseId());
        if (letter.isEmpty() || !letter.get().signed() || standing.stageName().closed()) {
            Answer.refuse(after, "refusal.not_from_here");
            return back(number);
        }
        Letter answered = LetterForm.answered(letter.get(), new Typed(form));
        if (answered.repliesMoreThan(letter.get())
                && pauses.arrived(standing.number(), WaitingFor.OPERATOR, answered.reply(), who.getName())) {
            Answer.also(after, "done.resumed.reply");
        }
        letters.answered(standing.caseId(), answered);
        journal.write(who.getName(), Role.ANALYST.name(), "PSE_ANSWER", number, answered.toString());
        Answer.done(after, "done.saved");
        return back(number);
    }

    /** Either wait for the PSE, or end the case. */
    @PostMapping("/end")
    String end(
            @PathVariable String number,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String note,
            Principal who,
            RedirectAttributes after) {
        Move move = decision.equals("follow-up") ? Move.FOLLOW_UP : Move.CLOSE;
        Decision made = course.move(heads.standing(number).number(), move, people.actor(who), Grounds.NONE, note);
        Answer.tell(after, made, move == Move.CLOSE ? "done.closed" : "done.followed");
        return back(number);
    }

    /** What the letter does not say because of whoever told it; for this screen alone. */
    private List<Sieve.LeftOut> leftOut(Dossier dossier) {
        Sieve sieve = sieves.of(dossier);
        NoticeLetter.of(dossier, letter(dossier), sieve);
        return sieve.leftOut();
    }

    /** As it was written, or as the case suggests while nobody wrote one. */
    private Letter letter(Dossier dossier) {
        return letters.of(dossier.file().content().id()).orElseGet(() -> LetterForm.suggested(dossier));
    }

    private static String back(String number) {
        return "redirect:/cases/" + number + "/letter";
    }
}
