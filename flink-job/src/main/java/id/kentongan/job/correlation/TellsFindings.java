package id.kentongan.job.correlation;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import id.kentongan.job.correlation.Episodes.Folded;
import id.kentongan.job.intake.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * One attack gives one finding, then updates: the first match of an episode is told at once, later ones together at
 * the next full minute of event time. Matches wait for the watermark, so that the answer does not depend on how far it
 * jumps.
 *
 * <p>Corrections wait too, and are taken together behind the matches of their moment: what they add to findings or bring
 * up is told as late, what no longer holds as withdrawn ({@link Revision}).
 *
 * <p>State: what waits, the episode of each (rule, entity), freed when it has been quiet for the rule's
 * {@code suppress_for}, and its matches, freed when no late alert can change them any more.
 */
public final class TellsFindings extends KeyedCoProcessFunction<String, Match, Correction, Finding> {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long TIDY = Duration.ofMinutes(10).toMillis();

    private transient MapState<Long, List<Match>> waiting;
    private transient ValueState<Episode> episode;
    private transient ValueState<Boolean> untold;
    private transient MapState<Long, List<Correction>> corrections;
    private transient MatchLog log;
    private transient Counter opened;
    private transient Counter late;
    private transient Counter withdrawn;

    @Override
    public void open(OpenContext context) {
        var state = getRuntimeContext();
        waiting = state.getMapState(
                new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(TypeInformation.of(Match.class))));
        episode = state.getState(new ValueStateDescriptor<>("episode", TypeInformation.of(Episode.class)));
        untold = state.getState(new ValueStateDescriptor<>("untold", Types.BOOLEAN));
        corrections = state.getMapState(
                new MapStateDescriptor<>("corrections", Types.LONG, Types.LIST(TypeInformation.of(Correction.class))));
        log = new MatchLog(state);
        var metrics = state.getMetricGroup().addGroup("kentongan");
        opened = metrics.counter("findings");
        late = metrics.counter("findings_late");
        withdrawn = metrics.counter("findings_withdrawn");
    }

    @Override
    public void processElement1(Match match, Context context, Collector<Finding> out) throws Exception {
        wait(waiting, match, match.time().toEpochMilli(), context);
    }

    @Override
    public void processElement2(Correction correction, Context context, Collector<Finding> out) throws Exception {
        wait(corrections, correction, Objects.requireNonNull(context.timestamp(), "when it was found"), context);
    }

    private static <T> void wait(MapState<Long, List<T>> waiting, T arrived, long time, Context context)
            throws Exception {
        List<T> together = new ArrayList<>(Objects.requireNonNullElse(waiting.get(time), List.<T>of()));
        together.add(arrived);
        waiting.put(time, together);
        context.timerService().registerEventTimeTimer(time);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Finding> out) throws Exception {
        List<Match> matches = Objects.requireNonNullElse(waiting.get(time), List.<Match>of());
        waiting.remove(time);
        for (Match match : matches) {
            take(match, context, out);
        }
        correct(time, context, out);
        tidy(time, context);
        Episode now = episode.value();
        if (now == null) {
            return;
        }
        if (untold.value() != null && time % MINUTE == 0) {
            untold.clear();
            out.collect(finding(context.getCurrentKey(), now));
        }
        if (time > now.last().toEpochMilli() + now.rule().suppressFor()) {
            episode.clear();
        }
    }

    private void take(Match match, OnTimerContext context, Collector<Finding> out) throws Exception {
        Episode before = episode.value();
        if (before != null && before.takes(match)) {
            if (!before.knows(match)) {
                log.add(match, before);
                episode.update(before.plus(match));
                untold.update(true);
                wakeAtFullMinute(match.time().toEpochMilli(), 1, context);
            }
        } else {
            log.add(match, before);
            Episode started = Episode.startedBy(match);
            episode.update(started);
            opened.inc();
            out.collect(finding(match.key(), started));
        }
        wakeAtFullMinute(match.time().toEpochMilli() + match.rule().suppressFor(), 2, context);
        wakeToTidy(match.time().toEpochMilli(), context);
    }

    private void correct(long time, OnTimerContext context, Collector<Finding> out) throws Exception {
        List<Correction> together = corrections.get(time);
        if (together == null) {
            return;
        }
        corrections.remove(time);
        Revision revision = log.revise(together);
        for (Folded each : revision.withdrawn()) {
            withdrawn.inc();
            out.collect(finding(context.getCurrentKey(), each.episode()).with(FindingMark.WITHDRAWN));
        }
        for (Folded each : revision.told()) {
            late.inc();
            out.collect(finding(context.getCurrentKey(), each.episode().with(FindingMark.LATE)));
        }
        goOnFrom(revision, context);
        wakeToTidy(time, context);
    }

    private void goOnFrom(Revision revision, OnTimerContext context) throws Exception {
        if (revision.episodes().isEmpty()) {
            episode.clear();
            untold.clear();
            return;
        }
        Folded newest = revision.episodes().get(revision.episodes().size() - 1);
        boolean told = revision.told().contains(newest);
        episode.update(told ? newest.episode().with(FindingMark.LATE) : newest.episode());
        if (told) {
            untold.clear();
        }
        wakeAtFullMinute(
                newest.episode().last().toEpochMilli() + newest.episode().rule().suppressFor(), 2, context);
    }

    private void tidy(long time, OnTimerContext context) throws Exception {
        if (time % TIDY == 0 && !log.isEmpty()) {
            log.foldUpTo(LateLimit.earliest(time));
            if (!log.isEmpty()) {
                context.timerService().registerEventTimeTimer(time + TIDY);
            }
        }
    }

    private static void wakeToTidy(long after, OnTimerContext context) {
        long later = after + LateLimit.LONGEST + LateLimit.LONGEST_WAIT;
        context.timerService().registerEventTimeTimer((later / TIDY + 1) * TIDY);
    }

    private static void wakeAtFullMinute(long after, int minutes, OnTimerContext context) {
        context.timerService().registerEventTimeTimer((after / MINUTE + minutes) * MINUTE);
    }

    static Finding finding(String key, Episode episode) {
        RuleCard rule = episode.rule();
        return new Finding(
                "f-" + Sha256.name(key + "|" + episode.start().toEpochMilli()),
                rule.slug(),
                rule.sha256(),
                rule.title(),
                rule.severity(),
                rule.kind(),
                key.substring(key.indexOf('|', key.indexOf('|') + 1) + 1),
                episode.asset(),
                episode.first(),
                episode.last(),
                episode.matches(),
                episode.alertsByRule(),
                rule.steps(),
                FindingText.reasons(episode),
                rule.techniques(),
                episode.allEvidence(),
                episode.marks());
    }
}
