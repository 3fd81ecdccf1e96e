package id.kentongan.job.anomaly;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Text;
import id.kentongan.job.intake.Action;
import id.kentongan.job.intake.Alert;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Watches when an agent speaks: how much for this hour of the week ({@link Rates}), which account logs in outside working hours,
 * what comes again at regular intervals, when it falls silent, and, where that is asked for, what it does together ({@link
 * Forest}). Alerts must come in order of time.
 */
final class Rhythms implements Serializable {
    private static final long serialVersionUID = 1L;

    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = Duration.ofDays(1).toMillis();
    /** Half-life of what is known of weeks. */
    static final long MEMORY = Duration.ofDays(28).toMillis();

    static final int MOST_BEATS = 500;
    static final int MOST_ACCOUNTS = 500;
    /** That a login happens off hours must be this unusual. */
    private static final double LEAST_BITS = 3;
    /** So many intervals in a row are regular; told again whenever they doubled. */
    private static final long REGULAR = 8;
    /** As a share of the interval. */
    private static final double JITTER = 0.05;

    private static final long SHORTEST = Duration.ofSeconds(30).toMillis();
    private static final long LONGEST = Duration.ofHours(6).toMillis();
    /** So many times its longest pause, but no less than two hours, is silence. */
    private static final double LONG_PAUSE = 3;

    private static final long LEAST_SILENCE = 2 * HOUR;

    private static final long CHECK = 10 * 60_000;

    private final Watch watch;
    private final OfficeHours office;
    private final Rates rates;

    Rhythms(Watch watch) {
        this.watch = watch;
        this.office = watch.office();
        this.rates = new Rates(office);
    }

    List<Finding> take(Alert alert, RhythmMemory memory) {
        long time = alert.time().toEpochMilli();
        Pulse before = Objects.requireNonNullElseGet(memory.pulse(), () -> Pulse.startedBy(alert.asset(), time));
        Pulse now = before.beating(time);
        List<Finding> found = new ArrayList<>();
        found.addAll(rates.take(alert, now, memory));
        if (alert.action() == Action.AUTHENTICATION_SUCCESS) {
            ZonedDateTime local = office.local(time);
            if (!office.isWork(local)) {
                add(found, offHours(alert, now, local, memory));
            }
        }
        if (alert.action() == Action.IDS) {
            add(found, beacon(alert, memory, time));
        }
        if (watch.meritsForest(alert.agent())) {
            add(found, mix(alert, now, memory));
        }
        memory.keep(now);
        return found;
    }

    /** Five minutes are judged when the agent speaks for the first time after them. */
    private static @Nullable Finding mix(Alert alert, Pulse now, RhythmMemory memory) {
        long time = now.last();
        Mix mix = Objects.requireNonNullElseGet(memory.mix(), () -> Mix.startedAt(time));
        Finding odd = null;
        if (mix.isOver(time)) {
            Forest forest = memory.forest();
            Forest.Judgement judged = forest.judge(mix);
            memory.keep(forest);
            odd = judged.part() == null ? null : RhythmFinding.of(mix, judged, now, time);
            mix = mix.next(judged.score(), time);
        }
        memory.keep(mix.plus(alert));
        return odd;
    }

    private static void add(List<Finding> found, @Nullable Finding one) {
        if (one != null) {
            found.add(one);
        }
    }

    /** Each account once a night. */
    private @Nullable Finding offHours(Alert alert, Pulse now, ZonedDateTime local, RhythmMemory memory) {
        String account = Objects.requireNonNullElse(alert.user(), "");
        Nights known = memory.nights(account);
        Nights before = Objects.requireNonNullElse(known, Nights.NONE);
        long day = local.toLocalDate().toEpochDay();
        if (day == before.newest()) {
            return null;
        }
        memory.keep(account, before.plus(day), known == null);
        double days = Math.max(1, Bits.remembered(now.last() - now.since(), MEMORY) / DAY);
        double nights = before.on(day);
        double bits = -Bits.log2(Math.min(1, (nights + 0.5) / (days + 1)));
        if (bits < LEAST_BITS) {
            return null;
        }
        String who = account.isEmpty() ? "?" : account;
        String when = local.toLocalTime().withNano(0).toString();
        return RhythmFinding.of(
                Detector.OFF_HOURS,
                alert,
                new Text(
                        who + " login pukul " + when + ", di luar jam kerja; sebelumnya pada " + Math.round(nights)
                                + " dari " + Math.round(days) + " hari",
                        who + " logged in at " + when + ", outside working hours; before on " + Math.round(nights)
                                + " of " + Math.round(days) + " days"));
    }

    private static @Nullable Finding beacon(Alert alert, RhythmMemory memory, long time) {
        String what = Signature.of(alert) + "|" + Objects.requireNonNullElse(alert.sourceIp(), "");
        Beat before = memory.beat(what);
        // Alerts of one moment are one event.
        if (before != null && time - before.last() < SHORTEST / 30) {
            return null;
        }
        Beat now = before == null ? Beat.first(time) : before.plus(time);
        memory.keep(what, now, before == null);
        boolean regular = now.count() >= REGULAR
                && Long.bitCount(now.count()) == 1
                && now.interval() >= SHORTEST
                && now.interval() <= LONGEST
                && now.deviation() <= JITTER * now.interval();
        long seconds = Math.round(now.interval() / 1000);
        long jitter = Math.round(100 * now.deviation() / Math.max(1, now.interval()));
        return regular
                ? RhythmFinding.of(
                        Detector.BEACONING,
                        alert,
                        new Text(
                                now.count() + " kali berselang " + seconds + " detik, simpangan " + jitter + "%",
                                now.count() + " times at intervals of " + seconds + " seconds, off by " + jitter + "%"))
                : null;
    }

    /** When the agent's silence must be looked at: from then on it is one. */
    private static long silentFrom(Pulse pulse) {
        return pulse.last() + (long) Math.max((double) LEAST_SILENCE, LONG_PAUSE * pulse.pause());
    }

    /** The same, as a moment to wake up at; not before {@code time}. */
    static long nextCheck(Pulse pulse, long time) {
        return (Math.max(silentFrom(pulse), time) / CHECK + 1) * CHECK + 1;
    }

    /** Whether its silence is still to be looked at. An agent of which less than a day is known is not missed. */
    static boolean isListenedFor(@Nullable Pulse pulse) {
        return pulse != null && !pulse.silent() && pulse.last() - pulse.since() >= DAY;
    }

    /** Time has passed. */
    @Nullable
    Finding passes(long time, RhythmMemory memory) {
        Pulse pulse = memory.pulse();
        if (pulse == null || !isListenedFor(pulse) || time < silentFrom(pulse)) {
            return null;
        }
        memory.keep(pulse.toldSilent());
        long minutes = (time - pulse.last()) / 60_000;
        long longest = Math.round(pulse.pause() / 60_000);
        Text why = new Text(
                "tidak ada alert selama " + minutes + " menit; jeda terpanjang sejauh ini " + longest + " menit",
                "no alert for " + minutes + " minutes; its longest pause so far was " + longest + " minutes");
        return RhythmFinding.of(Detector.SILENCE, pulse, time, why);
    }
}
