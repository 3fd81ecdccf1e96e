package id.kentongan.desk.figures;

import org.jspecify.annotations.Nullable;

/** What is measured for Prometheus. Names and labels are a promise to dashboards. */
enum Figure {
    OPEN("open.cases", "stage", null, "Open cases in a stage"),
    OVERDUE("overdue.cases", "stage", null, "Open cases in a stage whose limit has passed"),
    VERDICTS("verdicts", "verdict", null, "Verdicts of the last 30 days"),
    RATINGS("siem.ratings", "rating", null, "How the SIEM had rated the real incidents of the last 30 days"),
    LEGAL("legal.clocks", "clock", null, "Legal clocks of open cases, running or overdue"),
    LETTERS("letters", "state", null, "Signed letters of the last 90 days, by whether the operator answered"),
    WORK("step.work", "stage", "seconds", "Median working time in a stage, of the last 30 days"),
    WAIT("step.wait", "stage", "seconds", "Median time in which a stage's clock stood, of the last 30 days"),
    LIMIT("step.limit", "stage", "seconds", "Working time that a stage begun now may take");

    private final String metric;
    private final String label;
    private final @Nullable String unit;
    private final String what;

    Figure(String metric, String label, @Nullable String unit, String what) {
        this.metric = metric;
        this.label = label;
        this.unit = unit;
        this.what = what;
    }

    String metric() {
        return metric;
    }

    String label() {
        return label;
    }

    @Nullable
    String unit() {
        return unit;
    }

    String what() {
        return what;
    }
}
