package id.kentongan.job;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.casework.Contribution;
import id.kentongan.job.casework.OpensCases;
import id.kentongan.job.correlation.CopiesForEntities;
import id.kentongan.job.correlation.CorrelatesAlerts;
import id.kentongan.job.correlation.EntityAlert;
import id.kentongan.job.correlation.Match;
import id.kentongan.job.correlation.TellsFindings;
import id.kentongan.job.handover.Sinks;
import id.kentongan.job.intake.Action;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Arrival;
import id.kentongan.job.intake.DropsRepeats;
import id.kentongan.job.intake.KeepsTime;
import id.kentongan.job.intake.PartitionsHeard;
import id.kentongan.job.intake.TakesAlerts;
import id.kentongan.job.rulebook.Rulebook;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The way of an alert through the job. */
final class Pipeline {
    /** How long after its time an alert may still be judged. */
    private static final Duration LATE_LIMIT = Duration.ofHours(1);

    private Pipeline() {}

    static void build(
            StreamExecutionEnvironment env, Source<Arrival, ?, ?> source, List<RuleRecord> rules, Sinks sinks) {
        DataStream<Arrival> arrivals = env.fromSource(source, PartitionsHeard.strategy(), "Read alerts from Kafka")
                .uid("read-alerts");
        SingleOutputStreamOperator<Alert> taken = arrivals.transform(
                        "Keep time", TypeInformation.of(Arrival.class), new KeepsTime())
                .uid("keep-time")
                .process(new TakesAlerts())
                .uid("take-alerts")
                .name("Take each number once");
        DataStream<Alert> alerts = taken.keyBy(Alert::agent)
                .process(new DropsRepeats(Rulebook.of(rules).horizon().plus(LATE_LIMIT)))
                .uid("drop-repeats")
                .name("Take each alert once");
        SingleOutputStreamOperator<Match> matches = alerts.flatMap(new CopiesForEntities(rules))
                .uid("copy-for-entities")
                .name("Copy for each entity that rules need")
                .keyBy(EntityAlert::key)
                .transform("Correlate by rules (Esper)", TypeInformation.of(Match.class), new CorrelatesAlerts(rules))
                .uid("correlate");
        DataStream<Finding> findings = matches.keyBy(Match::key)
                .process(new TellsFindings(rules))
                .uid("tell-findings")
                .name("Tell one finding an episode");
        DataStream<Contribution> contributions = findings.map(finding -> Contribution.of(finding))
                .returns(Contribution.class)
                .uid("contribute-findings")
                .name("Findings, for cases")
                .union(alerts.filter(alert -> alert.action() == Action.IDS)
                        .uid("ids-alerts")
                        .name("IDS alerts, for the picture")
                        .map(alert -> Contribution.of(alert))
                        .returns(Contribution.class)
                        .uid("contribute-ids"));
        DataStream<Case> cases = contributions
                .keyBy(Contribution::agent)
                .connect(taken.getSideOutput(TakesAlerts.GAPS).broadcast(OpensCases.GAPS))
                .process(new OpensCases())
                .uid("open-cases")
                .name("Open and grow cases");
        cases.sinkTo(sinks.cases()).uid("hand-over-cases").name("Hand over cases");
        findings.sinkTo(sinks.findings()).uid("hand-over-findings").name("Hand over findings");
        taken.getSideOutput(TakesAlerts.REFUSED)
                .union(matches.getSideOutput(CorrelatesAlerts.LATE))
                .sinkTo(sinks.rejected())
                .uid("hand-over-rejected")
                .name("Keep what was refused");
    }
}
