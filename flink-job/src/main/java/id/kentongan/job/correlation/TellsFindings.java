package id.kentongan.job.correlation;

import id.kentongan.contracts.Finding;
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
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * One attack gives one finding, then updates: the first match of an episode is told at once, later ones together at
 * the next full minute of event time. Matches wait for the watermark, so that the answer does not depend on how far it
 * jumps. State: what waits, and the episode of each (rule, entity), freed when it has been quiet for the rule's
 * {@code suppress_for}.
 */
public final class TellsFindings extends KeyedProcessFunction<String, Match, Finding> {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private transient MapState<Long, List<Match>> waiting;
    private transient ValueState<Episode> episode;
    private transient ValueState<Boolean> untold;
    private transient Counter opened;

    @Override
    public void open(OpenContext context) {
        var state = getRuntimeContext();
        waiting = state.getMapState(
                new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(TypeInformation.of(Match.class))));
        episode = state.getState(new ValueStateDescriptor<>("episode", TypeInformation.of(Episode.class)));
        untold = state.getState(new ValueStateDescriptor<>("untold", Types.BOOLEAN));
        opened = state.getMetricGroup().addGroup("kentongan").counter("findings");
    }

    @Override
    public void processElement(Match match, Context context, Collector<Finding> out) throws Exception {
        long time = match.time().toEpochMilli();
        List<Match> together = new ArrayList<>(Objects.requireNonNullElse(waiting.get(time), List.<Match>of()));
        together.add(match);
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
                episode.update(before.plus(match));
                untold.update(true);
                wakeAtFullMinute(match.time().toEpochMilli(), 1, context);
            }
        } else {
            Episode started = Episode.startedBy(match);
            episode.update(started);
            opened.inc();
            out.collect(finding(match.key(), started));
        }
        wakeAtFullMinute(match.time().toEpochMilli() + match.rule().suppressFor(), 2, context);
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
