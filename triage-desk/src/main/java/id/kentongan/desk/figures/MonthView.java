package id.kentongan.desk.figures;

import java.util.List;

/**
 * This month beside the one before, as the head sees them; every figure is written out.
 *
 * @param inTime share of steps in time this month, in percent; -1 where none was made
 * @param steps only those that were left in one of the months
 */
public record MonthView(
        String month, String before, long opened, long incidents, long inTime, List<Line> lines, List<StepLine> steps) {
    public MonthView {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
    }

    /**
     * A count.
     *
     * @param key of the message that names it
     */
    public record Line(String key, String now, String before) {}

    /**
     * How a stage went.
     *
     * @param step of the SOP, 3 to 11; 11 comes after it
     */
    public record StepLine(int step, String stage, String limit, Spent now, Spent before) {}

    /** Medians and the share in time; a dash where the stage was not left. */
    public record Spent(String work, String waited, String inTime) {
        static final Spent NOTHING = new Spent("–", "–", "–");
    }
}
