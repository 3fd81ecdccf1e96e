package id.kentongan.desk.api;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.analysis.Analyses;
import id.kentongan.desk.analysis.Note;
import id.kentongan.desk.analysis.SixWords;
import id.kentongan.desk.assessment.Assessments;
import id.kentongan.desk.assessment.Verdict;
import id.kentongan.desk.asset.AssetCard;
import id.kentongan.desk.asset.AssetCards;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.course.CaseHead;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.course.Standings;
import id.kentongan.desk.course.Step;
import id.kentongan.desk.course.Waiting;
import id.kentongan.desk.course.Waitings;
import id.kentongan.desk.queue.Lists;
import id.kentongan.desk.received.Labels;
import id.kentongan.desk.report.Findings;
import id.kentongan.desk.report.Reports;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lists and cases for programs. All text from logs is as the logs had it: whoever shows it escapes it. */
@RestController
@RequestMapping(ApiRoutes.API)
class CasesApiController {
    /** One case of a list. */
    record Listed(
            String number,
            Severity severity,
            Text title,
            String agent,
            List<String> rules,
            long alerts,
            Instant firstSeen,
            Instant lastSeen,
            StageName stage,
            @Nullable Instant due,
            @Nullable Instant stopped,
            @Nullable String owner) {}

    /** All that the desk knows of one case; {@code moves} are those that the caller may make now. */
    record Whole(
            String number,
            StageName stage,
            @Nullable String owner,
            @Nullable String author,
            @Nullable String verifier,
            @Nullable String ratifier,
            Instant enteredAt,
            @Nullable Instant due,
            @Nullable Instant discoveredAt,
            @Nullable Instant closedAt,
            @Nullable String mergedInto,
            Tlp tlp,
            List<String> moves,
            AssetCard asset,
            SixWords analysis,
            List<Note> notes,
            @Nullable Verdict verdict,
            @Nullable Findings report,
            List<Step> history,
            List<Waiting> waitings,
            Case content) {}

    private final Lists lists;
    private final CaseHeads heads;
    private final Standings standings;
    private final Waitings waitings;
    private final AssetCards cards;
    private final Analyses analyses;
    private final Assessments assessments;
    private final Reports reports;
    private final Labels labels;

    CasesApiController(
            Lists lists,
            CaseHeads heads,
            Standings standings,
            Waitings waitings,
            AssetCards cards,
            Analyses analyses,
            Assessments assessments,
            Reports reports,
            Labels labels) {
        this.labels = labels;
        this.lists = lists;
        this.heads = heads;
        this.standings = standings;
        this.waitings = waitings;
        this.cards = cards;
        this.analyses = analyses;
        this.assessments = assessments;
        this.reports = reports;
    }

    @GetMapping("/lists/{list}")
    List<Listed> list(
            @PathVariable String list,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            Principal who) {
        return lists
                .of(list, who.getName(), severity, q, page)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .stream()
                .map(one -> new Listed(
                        one.number(),
                        one.severity(),
                        one.title(),
                        one.asset().node() + "/" + one.asset().agentId(),
                        one.rules(),
                        one.alertCount(),
                        one.firstSeen(),
                        one.lastSeen(),
                        one.stage(),
                        one.due(),
                        one.stopped(),
                        one.owner()))
                .toList();
    }

    @GetMapping("/cases/{number}")
    Whole one(@PathVariable String number, Principal who) {
        CaseFile file = heads.file(number);
        Standing standing = heads.standing(number);
        String id = standing.caseId();
        CaseHead head = heads.of(file, who, Locale.ENGLISH);
        return new Whole(
                number,
                standing.stageName(),
                standing.owner(),
                standing.author(),
                standing.verifier(),
                standing.ratifier(),
                standing.enteredAt(),
                standing.dueAt(),
                standing.discoveredAt(),
                standing.closedAt(),
                standing.mergedInto(),
                labels.of(id),
                head.moves(),
                cards.of(file.content().asset()),
                analyses.of(id),
                analyses.notes(id),
                assessments.verdict(id).orElse(null),
                reports.of(id).orElse(null),
                standings.steps(file.number()),
                waitings.of(id),
                file.content());
    }
}
