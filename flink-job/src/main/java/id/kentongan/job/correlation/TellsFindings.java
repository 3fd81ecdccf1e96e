package id.kentongan.job.correlation;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.intake.Sha256;
import id.kentongan.job.rulebook.Rule;
import id.kentongan.job.rulebook.Rulebook;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * One attack gives one finding, then updates: the first match of an episode is told at once, later ones together at
 * the next full minute of event time. State: the episode of each (rule, entity), freed when it has been quiet for the
 * rule's {@code suppress_for}.
 */
public final class TellsFindings extends KeyedProcessFunction<String, Match, Finding> {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final List<RuleRecord> rules;
    private transient Rulebook rulebook;
    private transient ValueState<Episode> episode;
    private transient ValueState<Long> untoldSince;
    private transient Counter opened;

    public TellsFindings(List<RuleRecord> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public void open(OpenContext context) {
        rulebook = Rulebook.of(rules);
        episode =
                getRuntimeContext().getState(new ValueStateDescriptor<>("episode", TypeInformation.of(Episode.class)));
        untoldSince = getRuntimeContext().getState(new ValueStateDescriptor<>("untold-since", Types.LONG));
        opened = getRuntimeContext().getMetricGroup().addGroup("kentongan").counter("findings");
    }

    @Override
    public void processElement(Match match, Context context, Collector<Finding> out) throws Exception {
        Rule rule = rule(match.ruleId());
        Episode before = episode.value();
        boolean goesOn = before != null && before.takes(match, rule.suppressFor());
        if (before != null && goesOn && before.knows(match)) {
            return;
        }
        long time = match.time().toEpochMilli();
        if (before != null && goesOn) {
            episode.update(before.plus(match));
            tellLater(time, context);
        } else {
            tellWhatIsUntold(before, rule, match, out);
            Episode started = Episode.startedBy(match);
            episode.update(started);
            opened.inc();
            out.collect(finding(rule, match.key(), started));
        }
        long quiet = time + rule.suppressFor().toMillis();
        context.timerService().registerEventTimeTimer((quiet / MINUTE + 2) * MINUTE);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Finding> out) throws Exception {
        Episode now = episode.value();
        if (now == null) {
            return;
        }
        String key = context.getCurrentKey();
        Rule rule = rule(key.substring(0, key.indexOf('|')));
        Long since = untoldSince.value();
        if (since != null && since <= time) {
            untoldSince.clear();
            out.collect(finding(rule, key, now));
        }
        if (time > now.last().plus(rule.suppressFor()).toEpochMilli()) {
            episode.clear();
        }
    }

    private void tellLater(long time, Context context) throws Exception {
        if (untoldSince.value() == null) {
            untoldSince.update(time);
            context.timerService().registerEventTimeTimer((time / MINUTE + 1) * MINUTE);
        }
    }

    private void tellWhatIsUntold(@Nullable Episode before, Rule rule, Match match, Collector<Finding> out)
            throws Exception {
        if (before != null && untoldSince.value() != null) {
            untoldSince.clear();
            out.collect(finding(rule, match.key(), before));
        }
    }

    private Rule rule(String slug) {
        return rulebook.rule(slug)
                .orElseThrow(() -> new IllegalStateException("expected rule " + slug + " to be in the rulebook"));
    }

    private static Finding finding(Rule rule, String key, Episode episode) {
        return new Finding(
                "f-" + Sha256.name(key + "|" + episode.start().toEpochMilli()),
                rule.slug(),
                rule.sha256(),
                rule.title(),
                rule.severity(),
                rule.entity(),
                key.substring(key.indexOf('|', key.indexOf('|') + 1) + 1),
                episode.asset(),
                episode.first(),
                episode.last(),
                episode.matches(),
                episode.alertsByRule(),
                rule.steps(),
                FindingText.reasons(rule, episode),
                rule.techniques(),
                episode.allEvidence());
    }
}
