package id.kentongan.desk.report;

import id.kentongan.desk.analysis.Analyses;
import id.kentongan.desk.assessment.Assessments;
import id.kentongan.desk.assessment.SiemRating;
import id.kentongan.desk.asset.AssetCards;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.LegalReports;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.course.Standings;
import id.kentongan.desk.course.Step;
import id.kentongan.desk.paper.Office;
import id.kentongan.desk.people.People;
import id.kentongan.desk.received.Labels;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together all that is known of a case. */
@Component
public class Dossiers {
    private final CaseHeads heads;
    private final Standings standings;
    private final AssetCards cards;
    private final Analyses analyses;
    private final Assessments assessments;
    private final LegalReports legal;
    private final Reports reports;
    private final Labels labels;
    private final Documents documents;
    private final People people;
    private final Office office;
    private final DeskSettings settings;
    private final Clock clock;

    Dossiers(
            CaseHeads heads,
            Standings standings,
            AssetCards cards,
            Analyses analyses,
            Assessments assessments,
            LegalReports legal,
            Reports reports,
            Labels labels,
            Documents documents,
            People people,
            Office office,
            DeskSettings settings,
            Clock clock) {
        this.heads = heads;
        this.standings = standings;
        this.cards = cards;
        this.analyses = analyses;
        this.assessments = assessments;
        this.legal = legal;
        this.reports = reports;
        this.labels = labels;
        this.documents = documents;
        this.people = people;
        this.office = office;
        this.settings = settings;
        this.clock = clock;
    }

    /** The dossier of the case with that number, or 404. */
    public Dossier of(String number) {
        CaseFile file = heads.file(number);
        String id = file.content().id();
        Standing standing = heads.standing(number);
        List<Step> steps = standings.steps(file.number());
        String author = standing.author() == null ? standing.owner() : standing.author();
        return new Dossier(
                file,
                standing,
                cards.of(file.content().asset()),
                analyses.of(id),
                assessments.results(id),
                assessments.proofs(id),
                assessments.verdict(id).orElse(null),
                SiemRating.of(file.content()),
                reports.of(id).orElseGet(() -> Findings.beginning(file.content().severity(), standing.sourceTlp())),
                labels.of(id),
                steps,
                legal.of(id),
                names(steps),
                people.find(author).orElse(null),
                people.find(standing.verifier()).orElse(null),
                people.find(standing.ratifier()).orElse(null),
                office,
                clock.instant(),
                settings.timeZone(),
                documents.newest(id, DocumentKind.INCIDENT_REPORT) + 1);
    }

    private Map<String, String> names(List<Step> steps) {
        return steps.stream().map(Step::actor).distinct().collect(Collectors.toMap(one -> one, people::shown));
    }
}
