package id.kentongan.job.quality;

import java.util.List;
import java.util.Locale;

/** Writes the figures of all variants as a page. */
final class QualityPage {
    /**
     * A variant's figures.
     *
     * @param ours of all networks together
     * @param byNetwork of each network
     */
    record Row(
            String variant,
            Score.Figures ours,
            Score.Figures novelty,
            Score.Figures fourNew,
            List<Network> byNetwork,
            double seconds) {}

    record Network(String name, Score.Figures figures, List<String> falseCases) {}

    private QualityPage() {}

    /** @param ablation the networks as recorded, judged in other ways than the job's */
    static String of(List<Row> rows, List<Row> ablation, String words) {
        StringBuilder page = new StringBuilder();
        page.append("# How good the cases are\n\n").append(words).append("\n\n## All variants\n\n");
        page.append(table("variant", rows));
        page.append("\n## Ablation, on the networks as recorded\n\n").append(table("way", ablation));
        page.append("\n## Goals that are missed\n\n");
        page.append(missed(rows));
        page.append(
                "\n## By network\n\n| variant | network | alerts | days | steps | cases | false | purity | missed steps,"
                        + " false cases |\n|---|---|---|---|---|---|---|---|---|\n");
        rows.forEach(row -> row.byNetwork().forEach(each -> page.append(network(row.variant(), each))));
        return page.toString();
    }

    private static String table(String first, List<Row> rows) {
        StringBuilder table = new StringBuilder("| ")
                .append(first)
                .append(
                        " | alerts | steps | false/day | precision | unknown | cases/attack | mixed | best | purity | margin |"
                                + " delay s, median / worst | novelty: steps, false/day | four new: steps, false/day |\n");
        table.append("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        rows.forEach(row -> table.append(line(row)));
        return table.toString();
    }

    private static String line(Row row) {
        Score.Figures is = row.ours();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %d/%d | %.2f | %.2f | %d | %.2f | %d | %.2f | %.3f | %.1f | %.0f / %.0f | %d/%d, %.2f | %d/%d, %.2f |%n",
                row.variant(),
                is.alerts(),
                is.found(),
                is.steps(),
                is.falseADay(),
                is.precision(),
                is.unknown(),
                is.casesPerAttack(),
                is.mixed(),
                is.best(),
                is.purity(),
                is.margin(),
                is.medianDelay(),
                is.worstDelay(),
                row.novelty().found(),
                row.novelty().steps(),
                row.novelty().falseADay(),
                row.fourNew().found(),
                row.fourNew().steps(),
                row.fourNew().falseADay());
    }

    private static String missed(List<Row> rows) {
        StringBuilder words = new StringBuilder();
        for (Row row : rows) {
            List<String> missed = Goal.of(row.variant()).missedBy(row.ours());
            if (!missed.isEmpty()) {
                words.append("- ")
                        .append(row.variant())
                        .append(": ")
                        .append(String.join("; ", missed))
                        .append(".\n");
            }
        }
        return words.isEmpty() ? "None.\n" : words.toString();
    }

    private static String network(String variant, Network each) {
        Score.Figures is = each.figures();
        String words = String.join("; ", is.missed())
                + (is.missed().isEmpty() || each.falseCases().isEmpty() ? "" : "; ")
                + String.join("; ", each.falseCases());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %.1f | %d/%d | %d | %d | %.3f | %s |%n",
                variant,
                each.name(),
                is.alerts(),
                is.days(),
                is.found(),
                is.steps(),
                is.cases(),
                is.falseCases(),
                is.purity(),
                words);
    }
}
