package id.kentongan.scenario.office;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How busy the office is: the internet never sleeps, people work from 07.30 to 16.00, Monday to Friday. */
public final class WorkingHours {
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final LocalTime ARRIVAL = LocalTime.of(7, 30);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTER_NOON = LocalTime.of(13, 0);
    private static final LocalTime LEAVING = LocalTime.of(16, 0);

    private WorkingHours() {}

    /** Share of people at work at that moment, 0 to 1. */
    public static double presence(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        LocalTime time = local.toLocalTime();
        if (weekend || time.isBefore(ARRIVAL.minusMinutes(45)) || time.isAfter(LEAVING.plusHours(2))) {
            return 0.02;
        }
        if (time.isBefore(ARRIVAL) || time.isAfter(LEAVING)) {
            return 0.25;
        }
        return time.isAfter(NOON) && time.isBefore(AFTER_NOON) ? 0.5 : 1.0;
    }
}
