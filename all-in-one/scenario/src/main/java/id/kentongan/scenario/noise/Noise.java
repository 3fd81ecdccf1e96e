package id.kentongan.scenario.noise;

import id.kentongan.scenario.alert.Alert;
import id.kentongan.scenario.office.Addresses;
import id.kentongan.scenario.office.Office;
import id.kentongan.scenario.office.WorkingHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Ordinary alerts, minute by minute; asked in order of time. The same seed gives the same noise. */
public final class Noise {
    private static final long MINUTE_MILLIS = 60_000;
    /** Share of the alerts of a full working minute that the internet sends, day and night. */
    private static final double INTERNET = 0.35;

    private final InternetNoise internet;
    private final StaffNoise staff;
    private final Random random;

    public Noise(Office office, Addresses addresses, Quiet quiet, Random random) {
        FailureLimits limits = new FailureLimits(quiet);
        this.internet = new InternetNoise(office, addresses, quiet, limits, random);
        this.staff = new StaffNoise(office, quiet, limits, random);
        this.random = random;
    }

    /** How much of a day's noise falls into this minute, relative to a full working minute. */
    public static double weight(Instant minute) {
        return INTERNET + (1 - INTERNET) * WorkingHours.presence(minute);
    }

    /** About so many alerts in that minute, in order of time; a few more where one act leaves two traces. */
    public List<Alert> in(Instant minute, int count) {
        List<Instant> moments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            moments.add(minute.plusMillis((long) (random.nextDouble() * MINUTE_MILLIS)));
        }
        moments.sort(Comparator.naturalOrder());
        double fromInternet = INTERNET / weight(minute);
        List<Alert> alerts = new ArrayList<>(count);
        for (Instant at : moments) {
            if (random.nextDouble() < fromInternet) {
                internet.act(at, alerts);
            } else {
                staff.act(at, alerts);
            }
        }
        return alerts;
    }
}
