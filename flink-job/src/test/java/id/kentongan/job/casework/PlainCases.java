package id.kentongan.job.casework;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.job.intake.Action;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The cases that the job must end with, agent by agent in order of event time: an oracle without Flink. */
public final class PlainCases {
    private final Map<String, TreeMap<Instant, Moment>> agents = new TreeMap<>();

    private record Moment(List<Finding> findings, List<Alert> supporting) {}

    /** A version of a finding leaves at this moment. */
    public void told(Instant at, Finding finding) {
        moment(Contribution.of(finding).agent(), at).findings().add(finding);
    }

    /** Any alert; those of an IDS support a case. */
    public void alert(Alert alert) {
        if (alert.action() == Action.IDS) {
            moment(alert.agent(), alert.time()).supporting().add(alert);
        }
    }

    private Moment moment(String agent, Instant at) {
        return agents.computeIfAbsent(agent, any -> new TreeMap<>())
                .computeIfAbsent(at, any -> new Moment(new ArrayList<>(), new ArrayList<>()));
    }

    /** Newest version of each, where no alert is known to be missing. */
    public List<Case> newest() {
        Map<String, OpenCase> byOpener = new LinkedHashMap<>();
        agents.values().forEach(moments -> {
            AgentFile file = AgentFile.EMPTY;
            for (Moment moment : moments.values()) {
                for (Finding finding : moment.findings()) {
                    file = file.plus(finding);
                }
                moment.supporting().sort(AlertOrder.INSTANCE);
                for (Alert alert : moment.supporting()) {
                    file = file.plus(alert.as("ids"));
                }
                OpenCase open = file.open();
                if (open != null) {
                    byOpener.put(open.opener(), open);
                }
            }
        });
        return byOpener.values().stream()
                .map(open -> WritesUpCases.writeUp(open, List.of()))
                .toList();
    }
}
