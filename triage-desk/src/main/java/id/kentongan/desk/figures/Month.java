package id.kentongan.desk.figures;

import id.kentongan.desk.casefile.StageName;
import java.util.Map;

/**
 * What one month brought, from its first moment to its last in the time zone of the desk.
 *
 * @param opened cases, without those merged into others
 * @param incidents verdicts of the month, whatever month the case is of; likewise false alarms
 * @param noAnomaly cases closed in the month as no anomaly
 * @param letters that were issued
 * @param answers of the systems' operators
 * @param paces of the stages that were left in the month
 */
public record Month(
        long opened,
        long incidents,
        long falseAlarms,
        long noAnomaly,
        long letters,
        long answers,
        Map<StageName, Pace> paces) {
    public Month {
        paces = Map.copyOf(paces);
    }

    /** Of all steps with a limit, how many kept it, 0 to 100; -1 where none was made. */
    long inTimePercent() {
        return Pace.percent(
                paces.values().stream().mapToLong(Pace::inTime).sum(),
                paces.values().stream().mapToLong(Pace::limited).sum());
    }
}
