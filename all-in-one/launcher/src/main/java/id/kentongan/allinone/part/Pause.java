package id.kentongan.allinone.part;

import java.time.Duration;

/** How long to wait before the next start: 1 s, doubled with each death up to 30 s; 1 s again after a good minute. */
final class Pause {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GOOD_RUN = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** For a process that lived so long, from its start to its death. */
    Duration after(Duration livedFor) {
        Duration now = livedFor.compareTo(GOOD_RUN) >= 0 ? FIRST : next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }
}
