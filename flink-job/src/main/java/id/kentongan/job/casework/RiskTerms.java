package id.kentongan.job.casework;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RiskTerm;
import id.kentongan.contracts.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Why a case is one, as a sum whose terms people read one by one, the greatest first. */
final class RiskTerms {
    private RiskTerms() {}

    static List<RiskTerm> of(OpenCase open) {
        return Stream.concat(
                        open.holding().stream().map(finding -> term(finding, open.bits(finding))),
                        open.strands().stream()
                                .filter(strand -> strand.bits() > 0)
                                .map(RiskTerms::term))
                .sorted(Comparator.comparingDouble(RiskTerm::bits).reversed())
                .limit(Case.MAX_TERMS)
                .toList();
    }

    private static RiskTerm term(Finding finding, double bits) {
        return new RiskTerm(
                finding.asset(),
                new Text(
                        String.format(
                                Locale.ROOT, "aturan %s: +%.1f", finding.title().id(), bits),
                        String.format(
                                Locale.ROOT, "rule %s: +%.1f", finding.title().en(), bits)),
                bits);
    }

    private static RiskTerm term(Strand strand) {
        Text first = strand.reasons().get(0);
        boolean once = strand.reasons().size() == 1 && strand.bits() == strand.best();
        String sum = String.format(Locale.ROOT, "%.1f", strand.bits());
        return new RiskTerm(
                strand.asset(),
                once ? first : new Text(first.id() + "; seluruhnya " + sum, first.en() + "; " + sum + " in all"),
                Math.round(strand.bits() * 10) / 10.0);
    }
}
