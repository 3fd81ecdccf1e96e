package id.kentongan.desk.assessment;

import id.kentongan.desk.assessment.VaResult.Outcome;
import id.kentongan.desk.casefile.Actor;
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
import id.kentongan.desk.exceptions.VerdictLoop;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Download;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Typed;
import id.kentongan.desk.people.People;
import id.kentongan.desk.settings.DeskSettings;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/** Step 5: results and proofs come in, the verdict goes out. */
@Controller
@RequestMapping("/cases/{number}/assessment")
class AssessmentController {
    private final CaseHeads heads;
    private final Course course;
    private final Pauses pauses;
    private final Assessments assessments;
    private final VerdictLoop loop;
    private final People people;
    private final Journal journal;
    private final Clockface clockface;
    private final DeskSettings settings;
    private final Clock clock;

    AssessmentController(
            CaseHeads heads,
            Course course,
            Pauses pauses,
            Assessments assessments,
            VerdictLoop loop,
            People people,
            Journal journal,
            Clockface clockface,
            DeskSettings settings,
            Clock clock) {
        this.heads = heads;
        this.course = course;
        this.pauses = pauses;
        this.assessments = assessments;
        this.loop = loop;
        this.people = people;
        this.journal = journal;
        this.clockface = clockface;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String number, Model model, Principal who, Locale locale) {
        CaseFile file = heads.file(number);
        String id = file.content().id();
        model.addAttribute("head", heads.of(file, who, locale));
        model.addAttribute("results", assessments.numbered(id));
        model.addAttribute("windows", windows(id, Language.of(locale)));
        model.addAttribute("proofs", assessments.proofs(id));
        model.addAttribute("verdict", assessments.verdict(id).orElse(null));
        model.addAttribute("rating", SiemRating.of(file.content()).name().toLowerCase(Locale.ROOT));
        model.addAttribute("causes", Verdict.Cause.values());
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("mebibytes", settings.largestUpload() / 1024 / 1024);
        return "assessment/assessment";
    }

    @PostMapping("/results")
    @Transactional
    String add(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        Standing standing = heads.locked(number);
        Typed typed = new Typed(form);
        if (closed(standing, after)
                || typed.line("tool").isEmpty()
                || typed.text("finding").isEmpty()) {
            return back(number);
        }
        VaResult result = new VaResult(
                typed.line("tool"),
                typed.line("target"),
                typed.moment("startedAt", settings.timeZone()),
                typed.moment("endedAt", settings.timeZone()),
                typed.text("finding"),
                typed.line("cve"),
                typed.line("cvss"),
                typed.choice("outcome", Outcome.class, Outcome.UNCLEAR),
                who.getName());
        if (pauses.arrived(standing.number(), WaitingFor.ACCESS, arrival(result), who.getName())) {
            Answer.also(after, "done.resumed.result");
        }
        assessments.add(standing.caseId(), result, clock.instant());
        journal.write(who.getName(), Role.ANALYST.name(), "VA_RESULT", number, result.toString());
        Answer.done(after, "done.saved");
        return back(number);
    }

    @PostMapping("/proofs")
    @Transactional
    String upload(
            @PathVariable String number,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String note,
            Principal who,
            RedirectAttributes after)
            throws IOException {
        Standing standing = heads.locked(number);
        if (closed(standing, after)) {
            return back(number);
        }
        if (file.getSize() > settings.largestUpload()) {
            Answer.refuse(after, "upload.too.large");
            return back(number);
        }
        byte[] content = file.getBytes();
        Optional<FileKind> kind = FileKind.of(content);
        if (kind.isEmpty()) {
            Answer.refuse(after, "upload.unknown");
            return back(number);
        }
        String name = ProofFile.plain(file.getOriginalFilename());
        String sha256 = assessments.keep(
                standing.caseId(), name, kind.get(), content, note.strip(), who.getName(), clock.instant());
        journal.write(who.getName(), Role.ANALYST.name(), "PROOF_KEPT", number, name + " sha256 " + sha256);
        Answer.done(after, "done.uploaded");
        return back(number);
    }

    /** Always as a file to save, never as something that the browser opens: its bytes may be an attacker's. */
    @GetMapping("/proofs/{proof}")
    ResponseEntity<byte[]> proof(@PathVariable String number, @PathVariable long proof) {
        String id = heads.standing(number).caseId();
        byte[] content =
                assessments.content(id, proof).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.file(number + "-poc-" + proof + ".bin", MediaType.APPLICATION_OCTET_STREAM, content);
    }

    @PostMapping("/verdict")
    @Transactional
    String decide(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        CaseFile file = heads.file(number);
        String id = file.content().id();
        Typed typed = new Typed(form);
        Actor actor = people.actor(who);
        boolean incident = typed.line("verdict").equals(Verdict.Word.FALSE_NEGATIVE.name());
        boolean none = typed.line("verdict").equals(Verdict.Word.FALSE_POSITIVE.name());
        if (!incident && !none) {
            Answer.refuse(after, "refusal.verdict_missing");
            return back(number);
        }
        Grounds grounds = Grounds.NONE.withProofs(
                assessments.results(id).size() + assessments.proofs(id).size());
        Move move = incident ? Move.CONCLUDE_FALSE_NEGATIVE : Move.CONCLUDE_FALSE_POSITIVE;
        Decision decision = course.move(file.number(), move, actor, grounds, typed.text("reason"));
        if (decision.allowed()) {
            assessments.decide(id, verdict(file, typed, incident, actor));
            if (none) {
                loop.propose(number, file.content(), actor, typed.text("reason"));
            }
        }
        Answer.tell(after, decision, "done.verdict");
        return decision.allowed() ? "redirect:/cases/" + number + "/report" : back(number);
    }

    private static String arrival(VaResult result) {
        return (result.tool() + " " + result.target()).strip();
    }

    private Verdict verdict(CaseFile file, Typed typed, boolean incident, Actor actor) {
        return new Verdict(
                incident ? Verdict.Word.FALSE_NEGATIVE : Verdict.Word.FALSE_POSITIVE,
                typed.text("reason"),
                incident ? Verdict.Cause.NONE : typed.choice("cause", Verdict.Cause.class, Verdict.Cause.NONE),
                SiemRating.of(file.content()),
                actor.name(),
                clock.instant());
    }

    private List<String> windows(String caseId, Language language) {
        return assessments.windows(caseId).stream()
                .map(window -> String.join(", ", window.sourceIps()) + ": "
                        + clockface.minuteOf(window.from(), language) + " – "
                        + clockface.minuteOf(window.until(), language))
                .toList();
    }

    /** Whether the case has left this step; tells so. */
    static boolean closed(Standing standing, RedirectAttributes after) {
        boolean closed = standing.stageName() != StageName.PROVING;
        if (closed) {
            Answer.refuse(after, "refusal.not_from_here");
        }
        return closed;
    }

    static String back(String number) {
        return "redirect:/cases/" + number + "/assessment";
    }
}
