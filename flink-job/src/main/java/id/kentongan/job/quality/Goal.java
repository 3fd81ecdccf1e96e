package id.kentongan.job.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is asked of the cases on labelled alerts, by the name of the variant's folder; NaN = not asked.
 *
 * @param found share of the steps
 * @param margin by how many times the weakest attack must be over the opening line
 */
record Goal(
        double found,
        double falseADay,
        double precision,
        double casesPerAttack,
        double best,
        double purity,
        double margin,
        double worst) {
    private static final double ANY = Double.NaN;
    private static final double ROUNDING = 0.005;

    /** One set of settings for all of them. */
    private static final Map<String, Goal> GOALS = Map.ofEntries(
            Map.entry("as-recorded", new Goal(1, 0.06, 0.8, 1, 1, 0.99, ANY, 0)),
            Map.entry("alone-privilege", new Goal(1, 0.1, ANY, ANY, ANY, ANY, ANY, ANY)),
            Map.entry("alone-online-cracking", new Goal(1, 0.2, ANY, ANY, ANY, ANY, ANY, ANY)),
            Map.entry("stretch-60", new Goal(1, ANY, ANY, ANY, 0.9, ANY, ANY, 300)),
            Map.entry("stretch-20", new Goal(1, ANY, ANY, 1, 1, ANY, ANY, ANY)),
            Map.entry("cold-15", new Goal(1, ANY, ANY, ANY, ANY, 0.95, 2, ANY)),
            Map.entry("cold-30", new Goal(1, ANY, ANY, ANY, ANY, 0.95, 2, ANY)),
            Map.entry("cold-120", new Goal(1, ANY, ANY, ANY, ANY, 0.95, 2, ANY)),
            Map.entry("known-dirb", new Goal(1, ANY, ANY, ANY, ANY, ANY, ANY, 10)),
            Map.entry("known-wpscan", new Goal(1, ANY, ANY, ANY, ANY, ANY, ANY, ANY)),
            Map.entry("noise-12", new Goal(1, 0.06, 0.8, ANY, ANY, ANY, ANY, ANY)),
            Map.entry("merged", new Goal(1, 0.06, 0.8, ANY, ANY, ANY, ANY, ANY)),
            Map.entry("coincide", new Goal(1, 0.1, ANY, ANY, ANY, ANY, ANY, ANY)),
            Map.entry("coincide, two scopes", new Goal(1, 0.1, ANY, ANY, ANY, ANY, ANY, ANY)),
            Map.entry("late-120, bound 2 s", new Goal(1, 0.06, 0.8, 1, 1, 0.99, ANY, ANY)),
            Map.entry("late-120", new Goal(1, 0.06, 0.8, 1, 1, 0.99, ANY, ANY)));

    private static final Goal NOTHING = new Goal(ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY);

    static Goal of(String variant) {
        return GOALS.getOrDefault(variant, NOTHING);
    }

    /** How far each goal that is missed is missed, in words; empty = all are reached. */
    List<String> missedBy(Score.Figures figures) {
        List<String> missed = new ArrayList<>();
        below(missed, "steps found", figures.found() / (double) Math.max(1, figures.steps()), found);
        above(missed, "false cases a day", figures.falseADay(), falseADay);
        below(missed, "precision", figures.precision(), precision);
        above(missed, "cases for each attack", figures.casesPerAttack(), casesPerAttack);
        below(missed, "best case", figures.best(), best);
        below(missed, "purity", figures.purity(), purity);
        below(missed, "weakest attack over the line", figures.margin(), margin);
        above(missed, "worst delay in seconds", figures.worstDelay(), worst);
        if (figures.mixed() > 0) {
            missed.add(figures.mixed() + " cases mix attacks");
        }
        return missed;
    }

    private static void below(List<String> missed, String what, double is, double least) {
        if (is < least - ROUNDING) {
            missed.add(String.format(Locale.ROOT, "%s %.2f, asked %.2f", what, is, least));
        }
    }

    private static void above(List<String> missed, String what, double is, double most) {
        if (is > most + ROUNDING) {
            missed.add(String.format(Locale.ROOT, "%s %.2f, asked %.2f", what, is, most));
        }
    }
}
