package id.kentongan.desk.report;

import id.kentongan.desk.analysis.SixWords;
import id.kentongan.desk.assessment.ProofFile;
import id.kentongan.desk.assessment.SiemRating;
import id.kentongan.desk.assessment.VaResult;
import id.kentongan.desk.assessment.Verdict;
import id.kentongan.desk.asset.AssetCard;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.course.LegalReport;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.course.Step;
import id.kentongan.desk.paper.Office;
import id.kentongan.desk.people.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a case at one moment: what every document is made from.
 *
 * @param now when it was put together
 * @param version of the document that is being made, from 1
 * @param label that the team's own documents of the case bear: the strictest of the report's and of what others told
 * @param legalReports what the law asked to tell, and was told
 * @param names by login, of all who acted on the case
 * @param author who wrote the report; null before the case has an owner
 */
public record Dossier(
        CaseFile file,
        Standing standing,
        AssetCard asset,
        SixWords words,
        List<VaResult> results,
        List<ProofFile> proofs,
        @Nullable Verdict verdict,
        SiemRating siemRating,
        Findings findings,
        Tlp label,
        List<Step> steps,
        List<LegalReport> legalReports,
        Map<String, String> names,
        @Nullable Person author,
        @Nullable Person verifier,
        @Nullable Person ratifier,
        Office office,
        Instant now,
        ZoneId zone,
        int version) {
    public Dossier {
        results = List.copyOf(results);
        proofs = List.copyOf(proofs);
        steps = List.copyOf(steps);
        legalReports = List.copyOf(legalReports);
        names = Map.copyOf(names);
    }

    /** When somebody last made that move. */
    public @Nullable Instant lastTime(Move move) {
        Instant at = null;
        for (Step step : steps) {
            at = step.move() == move ? step.at() : at;
        }
        return at;
    }

    /** The name by which people know somebody who acted on the case. */
    String shown(String login) {
        return names.getOrDefault(login, login);
    }
}
