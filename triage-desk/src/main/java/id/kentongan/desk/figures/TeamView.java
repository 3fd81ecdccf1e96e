package id.kentongan.desk.figures;

import id.kentongan.desk.rules.RuleCases;
import java.util.List;

/**
 * Who has how much to do, and which rules were most often wrong, as the coordinator sees it.
 *
 * @param shares at most five, the worst first; only rules that somebody decided on
 */
public record TeamView(List<Row> rows, long open, long overdue, long today, List<Share> shares) {
    public TeamView {
        rows = List.copyOf(rows);
        shares = List.copyOf(shares);
    }

    /**
     * One line of the table.
     *
     * @param holder in small letters, for a message; {@code analyst} has a name instead
     */
    public record Row(String holder, String name, long open, long overdue, long today) {}

    /** Verdicts on the cases of one rule within 90 days; text as the logs had it, made visible. */
    public record Share(String rule, RuleCases cases) {}
}
