package id.kentongan.desk.deadline;

import java.util.List;

/** The calendar's text cannot be used. The message holds every fault, each with its mend. */
public final class CalendarRefused extends RuntimeException {
    public CalendarRefused(List<String> faults) {
        super("The working calendar is refused:\n  - " + String.join("\n  - ", faults));
    }
}
