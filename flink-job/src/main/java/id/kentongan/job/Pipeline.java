package id.kentongan.job;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.SignalFinding;
import id.kentongan.job.anomaly.SignalKind;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.anomaly.WatchesHabits;
import id.kentongan.job.casework.CaseworkOperator;
import id.kentongan.job.casework.Contribution;
import id.kentongan.job.casework.Notice;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.correlation.Correction;
import id.kentongan.job.correlation.CorrelatesAlerts;
import id.kentongan.job.correlation.EntityAlert;
import id.kentongan.job.correlation.Match;
import id.kentongan.job.correlation.ReleasesAlerts;
import id.kentongan.job.correlation.TellsFindings;
import id.kentongan.job.decision.DatedDecided;
import id.kentongan.job.decision.DatesDecisions;
import id.kentongan.job.decision.Decided;
import id.kentongan.job.decision.ExceptsFindings;
import id.kentongan.job.decision.ExceptsSignals;
import id.kentongan.job.handover.Sinks;
import id.kentongan.job.intake.Action;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Arrival;
import id.kentongan.job.intake.KeepsTime;
import id.kentongan.job.intake.PartitionsHeard;
import id.kentongan.job.intake.TakesAlerts;
import id.kentongan.job.rulechange.ChecksRules;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.rulechange.DatesRules;
import id.kentongan.job.settings.RuleBudgets;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The way of an alert through the job. */
final class Pipeline {
    private static final List<FindingMark> OPENING_NO_CASE = List.of(FindingMark.TRIAL, FindingMark.EXCEPTED);

    private Pipeline() {}

    /**
     * @param firstRules hold for all alerts, when the job starts without a state
     * @param rules those that come later
     * @param decided what people decide on cases and findings
     * @param scopes which agents are one site
     * @param watch how their rhythm is watched
     * @param casesADay that anomalies may open in a scope, on the average of two weeks
     * @param budgets of each rule
     */
    static void build(
            StreamExecutionEnvironment env,
            Source<Arrival, ?, ?> source,
            List<RuleRecord> firstRules,
            Source<RuleRecord, ?, ?> rules,
            Source<Decided, ?, ?> decided,
            Scopes scopes,
            Watch watch,
            int casesADay,
            RuleBudgets budgets,
            Sinks sinks) {
        DataStream<Arrival> arrivals = env.fromSource(source, PartitionsHeard.strategy(), "Read alerts from Kafka")
                .uid("read-alerts");
        SingleOutputStreamOperator<Alert> taken = arrivals.transform(
                        "Keep time", TypeInformation.of(Arrival.class), new KeepsTime())
                .uid("keep-time")
                .process(new TakesAlerts())
                .uid("take-alerts")
                .name("Take each number once");
        SingleOutputStreamOperator<DatedRule> dated = datedRules(env, firstRules, rules, taken);
        SingleOutputStreamOperator<Alert> alerts = taken.keyBy(Alert::agent)
                .connect(dated.broadcast())
                .transform("Take each alert once, in order", TypeInformation.of(Alert.class), new ReleasesAlerts())
                .uid("release-alerts");
        SingleOutputStreamOperator<Match> matches = alerts.getSideOutput(ReleasesAlerts.COPIES)
                .keyBy(EntityAlert::key)
                .connect(dated.broadcast())
                .transform("Correlate by rules (Esper)", TypeInformation.of(Match.class), new CorrelatesAlerts(budgets))
                .uid("correlate");
        DataStream<DatedDecided> decisions = datedDecisions(env, decided, taken);
        // They come out of an operator keyed by agent, in that order: to send them through an exchange again is a third
        // of its cost.
        SingleOutputStreamOperator<Signal> habits = DataStreamUtils.reinterpretAsKeyedStream(alerts, Alert::agent)
                .process(new WatchesHabits(watch))
                .uid("watch-habits")
                .name("Watch what agents are used to");
        DataStream<Finding> findings = matches.keyBy(Match::key)
                .connect(matches.getSideOutput(CorrelatesAlerts.CORRECTIONS).keyBy(Correction::key))
                .process(new TellsFindings())
                .uid("tell-findings")
                .name("Tell one finding an episode")
                .union(habits.getSideOutput(WatchesHabits.FOUND))
                .keyBy(Finding::entity)
                .connect(decisions.broadcast(ExceptsFindings.EXCEPTIONS))
                .process(new ExceptsFindings())
                .uid("except-findings")
                .name("Mark findings that an exception covers");
        DataStream<Signal> signals = signals(habits, decisions);
        SingleOutputStreamOperator<Case> cases = contributions(findings, signals, alerts, scopes)
                .keyBy(Contribution::scope)
                .connect(notices(taken, decisions).broadcast())
                .transform("Open and grow cases", TypeInformation.of(Case.class), new CaseworkOperator(casesADay))
                .uid("open-cases");
        cases.sinkTo(sinks.cases()).uid("hand-over-cases").name("Hand over cases");
        findings.union(exceptedSignals(signals))
                .sinkTo(sinks.findings())
                .uid("hand-over-findings")
                .name("Hand over findings");
        dated.getSideOutput(DatesRules.STATUS)
                .union(matches.getSideOutput(CorrelatesAlerts.STATUS))
                .sinkTo(sinks.ruleStatuses())
                .uid("hand-over-rule-status")
                .name("Hand over what became of rules");
        taken.getSideOutput(TakesAlerts.REFUSED)
                .union(alerts.getSideOutput(ReleasesAlerts.LATE))
                .sinkTo(sinks.rejected())
                .uid("hand-over-rejected")
                .name("Keep what was refused");
    }

    /** Of the alerts, nothing but time goes there. */
    private static SingleOutputStreamOperator<DatedRule> datedRules(
            StreamExecutionEnvironment env,
            List<RuleRecord> firstRules,
            Source<RuleRecord, ?, ?> rules,
            DataStream<Alert> alerts) {
        DataStream<Alert> time = alerts.filter(alert -> false).uid("time-alone").name("Time alone");
        return env.fromSource(rules, WatermarkStrategy.noWatermarks(), "Read rules from Kafka")
                .uid("read-rules")
                .setParallelism(1)
                .map(new ChecksRules())
                .uid("check-rules")
                .name("Check and compile rules")
                .setParallelism(1)
                .connect(time)
                .transform(
                        "Date rules",
                        TypeInformation.of(DatedRule.class),
                        new DatesRules(firstRules, env.getCheckpointConfig().isCheckpointingEnabled()))
                .uid("date-rules")
                .setParallelism(1)
                .setMaxParallelism(1);
    }

    private static DataStream<DatedDecided> datedDecisions(
            StreamExecutionEnvironment env, Source<Decided, ?, ?> decided, DataStream<Alert> alerts) {
        DataStream<Alert> time =
                alerts.filter(alert -> false).uid("time-alone-for-decisions").name("Time alone");
        return env.fromSource(decided, WatermarkStrategy.noWatermarks(), "Read decisions from Kafka")
                .uid("read-decisions")
                .setParallelism(1)
                .connect(time)
                .transform(
                        "Date decisions",
                        TypeInformation.of(DatedDecided.class),
                        new DatesDecisions(env.getCheckpointConfig().isCheckpointingEnabled()))
                .uid("date-decisions")
                .setParallelism(1)
                .setMaxParallelism(1);
    }

    private static DataStream<Notice> notices(
            SingleOutputStreamOperator<Alert> taken, DataStream<DatedDecided> decisions) {
        return taken.getSideOutput(TakesAlerts.GAPS)
                .map(gap -> Notice.of(gap))
                .returns(Notice.class)
                .uid("notice-gaps")
                .name("Gaps, for cases")
                .union(decisions
                        .map(decided -> Notice.of(decided))
                        .returns(Notice.class)
                        .uid("notice-decisions")
                        .setParallelism(1)
                        .name("Decisions, for cases"));
    }

    private static DataStream<Signal> signals(DataStream<Signal> habits, DataStream<DatedDecided> decisions) {
        return habits.keyBy(Signal::agent)
                .connect(decisions.broadcast(ExceptsSignals.EXCEPTIONS))
                .process(new ExceptsSignals())
                .uid("except-signals")
                .name("Mark signals that an exception covers");
    }

    /** They stay visible, as excepted findings do. */
    private static DataStream<Finding> exceptedSignals(DataStream<Signal> signals) {
        return signals.filter(signal -> signal.excepted() && signal.kind() != SignalKind.MORE)
                .uid("signals-excepted")
                .name("Signals that an exception covers")
                .map(signal -> SignalFinding.of(signal).with(FindingMark.EXCEPTED))
                .returns(Finding.class)
                .uid("tell-excepted-signals")
                .name("Excepted signals, as findings");
    }

    private static DataStream<Contribution> contributions(
            DataStream<Finding> findings, DataStream<Signal> signals, DataStream<Alert> alerts, Scopes scopes) {
        DataStream<Contribution> ofRules = findings.filter(
                        finding -> finding.marks().contains(FindingMark.WITHDRAWN)
                                || Collections.disjoint(finding.marks(), OPENING_NO_CASE))
                .uid("findings-not-on-trial")
                .name("Findings that may open cases")
                .map(finding -> Contribution.of(finding, scopes))
                .returns(Contribution.class)
                .uid("contribute-findings")
                .name("Findings, for cases");
        DataStream<Contribution> unusual = signals.map(signal -> Contribution.of(signal, scopes))
                .returns(Contribution.class)
                .uid("contribute-signals")
                .name("Signals, for cases");
        DataStream<Contribution> picture = alerts.filter(alert -> alert.action() == Action.IDS)
                .uid("ids-alerts")
                .name("IDS alerts, for the picture")
                .map(alert -> Contribution.of(alert, scopes))
                .returns(Contribution.class)
                .uid("contribute-ids");
        return ofRules.union(unusual, picture);
    }
}
