package id.kentongan.job.matrix;

import id.kentongan.job.anomaly.OfficeHours;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.matrix.Attacks.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Four agents of a site of their own, beside those of {@link Attacks}, that make all detectors of rhythm speak: a fortnight
 * before the attacks they show what they are used to, during them they do otherwise, and late: what a detector must know to
 * tell that has come through all disturbances. No rule of the matrix looks at them.
 */
final class Rhythm {
    /** No detector is in shadow; one agent has a forest; the hours of the attacks are night. */
    static final Watch WATCH = new Watch(OfficeHours.USUAL.in("UTC"), Set.of(), Set.of("wazuh-0/020"));

    static final Scopes SCOPES = Scopes.parse("rhythm=wazuh-0/02 rhythm=wazuh-1/02");
    /** The same, for the job. */
    static final List<String> SETTINGS = List.of(
            "anomaly.shadow=",
            "anomaly.forests=wazuh-0/020",
            "calendar.zone=UTC",
            "scopes=rhythm=wazuh-0/02 rhythm=wazuh-1/02");

    private static final int[] BUSY = {20, 21};
    private static final int[] QUIET = {22, 23};
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofHours(25);
    /** An agent that is silent for two hours from here on is missed seventy minutes into the attacks. */
    private static final Instant LAST_WORD = Attacks.START.minus(Duration.ofMinutes(50));
    /** No disturbance comes later. */
    static final Duration DISTURBED = Duration.ofMinutes(62);

    private static final String ORDINARY = "1002";
    private static final String LOGIN = "9502";
    private static final String IDS = "86601";
    private static final String FAILURE = "9501";

    private final Random random;
    private final List<Line> lines = new ArrayList<>();

    private Rhythm(long seed) {
        random = new Random(seed * 31);
    }

    /** In order of time, nothing later than {@link #LAST_WORD}. */
    static List<Line> before(long seed) {
        Rhythm rhythm = new Rhythm(seed);
        for (int agent : BUSY) {
            Instant first = Attacks.START.minus(WEEK.multipliedBy(2));
            rhythm.isUsedTo(agent, first);
            rhythm.isUsedTo(agent, first.plus(Duration.ofDays(1))); // names of one day are soon forgotten
            rhythm.isUsedTo(agent, first.plus(WEEK));
        }
        rhythm.speaksForADay(BUSY[0], Duration.ofMinutes(5));
        for (int agent : QUIET) {
            rhythm.speaksForADay(agent, Duration.ofMinutes(10));
        }
        return rhythm.inOrder();
    }

    /** In order of time, between the first and the last of the attacks. */
    static List<Line> during(long seed) {
        Rhythm rhythm = new Rhythm(seed + 1_000);
        rhythm.isTried(BUSY[0]);
        rhythm.storms(BUSY[1]);
        rhythm.callsOut(BUSY[1]);
        rhythm.logsIn(BUSY[1]);
        return rhythm.inOrder();
    }

    /** In the same hours of the week as the attacks. */
    private void isUsedTo(int agent, Instant from) {
        for (int second = 300; second < Attacks.LENGTH.toSeconds(); second += 1_200) {
            says(ORDINARY, from.plusSeconds(second), agent, 100, random.nextInt(3));
        }
    }

    private void speaksForADay(int agent, Duration pause) {
        for (Instant time = LAST_WORD.minus(DAY); time.isBefore(LAST_WORD); time = time.plus(pause)) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                says(ORDINARY, time.plusSeconds(i), agent, 101 + i, random.nextInt(3));
            }
        }
    }

    /** Far more than ever in this hour of the week, from an address that it knows. */
    private void storms(int agent) {
        for (int i = 0; i < 150; i++) {
            says(ORDINARY, DISTURBED.plusMillis(random.nextInt(900_000)), agent, 100);
        }
    }

    /** Within one window of the forest, which judges it at the next word. */
    private void isTried(int agent) {
        for (int i = 0; i < 60; i++) {
            says(FAILURE, DISTURBED.plusSeconds(485 + random.nextInt(280)), agent, 120 + i / 2);
        }
        says(ORDINARY, DISTURBED.plusMinutes(17), agent, 100);
    }

    /** Every other minute. */
    private void callsOut(int agent) {
        for (int second = 60; second < Attacks.LENGTH.toSeconds(); second += 120) {
            says(IDS, Duration.ofSeconds(second), agent, 110);
        }
    }

    /** One account twice in a night, which is told once; another late. */
    private void logsIn(int agent) {
        says(LOGIN, Attacks.START.plusSeconds(60 + random.nextInt(60)), agent, 111, 0);
        says(LOGIN, Attacks.START.plus(DISTURBED).plusSeconds(random.nextInt(900)), agent, 111, 0);
        says(LOGIN, Attacks.START.plus(DISTURBED).plusSeconds(random.nextInt(900)), agent, 111, 1);
    }

    private void says(String rule, Duration after, int agent, int address) {
        says(rule, Attacks.START.plus(after), agent, address, random.nextInt(3));
    }

    private void says(String rule, Instant time, int agent, int address, int account) {
        lines.add(Attacks.line(time, 100_000 + lines.size(), rule, 3, agent, address, account));
    }

    private List<Line> inOrder() {
        return lines.stream().sorted(Comparator.comparing(Line::time)).toList();
    }
}
