package id.kentongan.job.backtest;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.anomaly.PlainRhythms;
import id.kentongan.job.casework.PlainCasework;
import id.kentongan.job.correlation.JudgesInOrder;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import id.kentongan.job.intake.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * One stream of recorded alerts, judged as the job judges it: intake, rules, anomalies, casework. A stream has a memory of
 * its own. Of alerts behind time anomalies and casework take notice, as in the job; rules do not: what the job judges a
 * second time is left out here.
 */
public final class Backtest {
    private static final Duration AFTER_THE_END = Duration.ofHours(2);

    private final PriorityQueue<Alert> waiting = new PriorityQueue<>(AlertOrder.INSTANCE);
    private final Intake intake = new Intake();
    private final PlainCasework casework;
    private final JudgesInOrder rules;
    private final long bound;
    private final Map<String, Instant> opened = new HashMap<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private Consumer<Alert> witness = alert -> {};
    private long alerts;
    private long late;
    private long passed = Long.MIN_VALUE;
    private long newest = Long.MIN_VALUE;
    private long judged = Long.MIN_VALUE;

    /** How many alerts were judged, refused and late, and what came of them. */
    public record Result(
            Path file,
            long alerts,
            Map<String, Long> refused,
            long late,
            List<Opened> cases,
            Map<String, Long> inShadow,
            Known known,
            Instant from,
            Instant to) {}

    /**
     * How long agents were known at the end.
     *
     * @param aDay those of which a day is known: from then on what is new on them is believed in full
     * @param twoWeeks those whose hours of the week can be compared
     */
    public record Known(long agents, long aDay, long twoWeeks) {}

    /**
     * A case as it stood at the end.
     *
     * @param at the greatest event time read when it opened: earlier nobody could have seen it
     * @param timesOverLine its greatest risk, by what opens a case; not a number where it is not known
     */
    public record Opened(Case newest, Instant at, double timesOverLine) {}

    private Backtest(List<RuleRecord> records, Judging judging) {
        this.bound = judging.bound().toMillis();
        casework = new PlainCasework(judging.scopes(), judging.watch(), judging.casesADay());
        casework.onOpening(id -> opened.put(id, Instant.ofEpochMilli(newest)));
        rules = new JudgesInOrder(records, casework::take);
    }

    /**
     * Judges a file.
     *
     * @param witness sees each alert in its order
     * @param progress hears how far it is, 0 to 1, now and then
     */
    public static Result of(
            Path file, List<RuleRecord> records, Judging judging, Consumer<Alert> witness, DoubleConsumer progress)
            throws IOException {
        Backtest run = new Backtest(records, judging);
        run.witness = witness;
        try (RecordedLines lines = new RecordedLines(file)) {
            return run.judge(file, lines, progress);
        } finally {
            run.rules.close();
        }
    }

    private Result judge(Path file, RecordedLines lines, DoubleConsumer progress) throws IOException {
        Instant from = Instant.MAX;
        long number = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            Intake.Reading reading = intake.read(line, "0/" + number++);
            Alert alert = reading.alert();
            if (alert == null) {
                refused.merge(String.valueOf(reading.reason()), 1L, Long::sum);
            } else {
                from = alert.time().isBefore(from) ? alert.time() : from;
                take(alert);
            }
            if (number % 20_000 == 0) {
                progress.accept(lines.progress());
            }
        }
        advanceTo(Long.MAX_VALUE);
        rules.advanceTo(newest + AFTER_THE_END.toMillis());
        casework.advanceTo(Long.MAX_VALUE);
        progress.accept(1);
        List<Opened> cases = new ArrayList<>();
        for (Case each : casework.cases()) {
            Instant at = opened.getOrDefault(each.id(), each.openedAt());
            cases.add(new Opened(each, at, casework.timesOverLine(each.id())));
        }
        Instant to = alerts == 0 ? from : Instant.ofEpochMilli(newest);
        PlainRhythms rhythms = casework.rhythms();
        Known known = new Known(rhythms.agents().size(), rhythms.known(newest, 1), rhythms.known(newest, 14));
        return new Result(file, alerts, refused, late, cases, rhythms.inShadow(), known, from, to);
    }

    private void take(Alert alert) {
        long time = alert.time().toEpochMilli();
        alerts++;
        witness.accept(alert);
        newest = Math.max(newest, time);
        if (time <= passed) {
            late++;
            casework.take(alert);
            return;
        }
        waiting.add(alert);
        advanceTo(newest - bound - 1);
    }

    /** Nothing more is expected that happened up to {@code time}. */
    private void advanceTo(long time) {
        if (time <= passed) {
            return;
        }
        passed = time;
        Alert next = waiting.peek();
        while (next != null && next.time().toEpochMilli() <= time) {
            long now = next.time().toEpochMilli();
            if (now > judged) {
                judged = now;
                rules.advanceTo(now - 1);
                casework.advanceTo(now - 1);
            }
            casework.take(waiting.remove());
            rules.judge(next);
            next = waiting.peek();
        }
        if (time < Long.MAX_VALUE) {
            rules.advanceTo(time);
            casework.advanceTo(time);
        }
    }
}
