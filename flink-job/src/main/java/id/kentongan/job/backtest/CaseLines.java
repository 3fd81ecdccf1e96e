package id.kentongan.job.backtest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a case as the line that scoring reads: when it opened, and the ids of the alerts that it shows. */
public final class CaseLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CaseLines() {}

    public static String of(Backtest.Opened opened) throws IOException {
        Case told = opened.newest();
        Map<String, Object> line = new LinkedHashMap<>();
        List<String> shown = shown(told);
        line.put("caseId", told.id());
        line.put("openedAt", opened.at().toString());
        line.put("alertIds", shown);
        line.put("evidenceIds", shown);
        line.put("severity", told.severity().name());
        line.put("title", told.title().en());
        line.put("alerts", told.alertCount());
        line.put("firstSeen", told.firstSeen().toString());
        line.put("lastSeen", told.lastSeen().toString());
        line.put("agents", agents(told));
        line.put("risk", told.risk().stream().map(term -> term.reason().en()).toList());
        if (told.follows() != null) {
            line.put("follows", told.follows());
        }
        return JSON.writeValueAsString(line);
    }

    /** Ids of the alerts that a person is shown, each once. */
    public static List<String> shown(Case told) {
        Set<String> ids = new LinkedHashSet<>();
        Stream.concat(
                        told.findings().stream().flatMap(finding -> finding.evidence().stream()),
                        told.supporting().stream())
                .map(CaseLines::id)
                .forEach(ids::add);
        return new ArrayList<>(ids);
    }

    private static String id(Evidence evidence) {
        return evidence.alert().split("\\|", -1)[1];
    }

    private static List<String> agents(Case told) {
        return told.findings().stream()
                .map(finding -> finding.asset().agentName() == null
                        ? finding.asset().agentId()
                        : finding.asset().agentName())
                .distinct()
                .toList();
    }
}
