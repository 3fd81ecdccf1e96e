package id.kentongan.desk.exceptions;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.CaseStanding;
import java.util.List;

/**
 * What an exception would have hidden.
 *
 * @param hidden cases all of whose findings it would have covered: they would not have been opened
 * @param thinner cases that would have lost some of their findings
 * @param confirmed numbers among them that were proved to be incidents: one is enough to refuse the exception
 */
record Replay(List<String> hidden, List<String> thinner, List<String> confirmed) {
    /** A case of the past. */
    record Past(String number, CaseStanding standing, Case content) {}

    static Replay of(Scope scope, List<Past> cases) {
        List<String> hidden = cases.stream()
                .filter(past -> covered(scope, past) > 0
                        && covered(scope, past) == past.content().findings().size())
                .map(Past::number)
                .toList();
        List<String> thinner = cases.stream()
                .filter(past -> covered(scope, past) > 0
                        && covered(scope, past) < past.content().findings().size())
                .map(Past::number)
                .toList();
        List<String> confirmed = cases.stream()
                .filter(past -> past.standing() == CaseStanding.FALSE_NEGATIVE && covered(scope, past) > 0)
                .map(Past::number)
                .toList();
        return new Replay(hidden, thinner, confirmed);
    }

    private static long covered(Scope scope, Past past) {
        return past.content().findings().stream().filter(scope::wouldCover).count();
    }
}
