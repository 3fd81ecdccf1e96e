package id.kentongan.desk.analysis;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Gap;
import id.kentongan.contracts.RiskTerm;
import id.kentongan.contracts.Text;
import id.kentongan.desk.analysis.CaseSheet.Alert;
import id.kentongan.desk.analysis.CaseSheet.FiredRule;
import id.kentongan.desk.analysis.CaseSheet.Hole;
import id.kentongan.desk.analysis.CaseSheet.Line;
import id.kentongan.desk.analysis.CaseSheet.Machine;
import id.kentongan.desk.analysis.CaseSheet.RuleCount;
import id.kentongan.desk.attack.Techniques;
import id.kentongan.desk.attack.Vulnerability;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.Moment;
import id.kentongan.desk.casefile.Timeline;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns one case into what the page shows, in one language. */
final class CaseSheets {
    private final Clockface clockface;
    private final WazuhLinks wazuh;
    private final Language language;
    private final NumberFormat number;

    CaseSheets(Clockface clockface, WazuhLinks wazuh, Language language) {
        this.clockface = clockface;
        this.wazuh = wazuh;
        this.language = language;
        this.number = NumberFormat.getIntegerInstance(language.locale());
    }

    CaseSheet of(CaseFile file) {
        Case content = file.content();
        return new CaseSheet(
                file.number().written(),
                Visible.text(content.id()),
                number.format(content.version()),
                content.version(),
                content.severity().name().toLowerCase(Locale.ROOT),
                language.of(content.title()),
                language.of(content.summary()),
                machine(content.asset()),
                time(content.openedAt()),
                time(content.firstSeen()),
                time(content.lastSeen()),
                time(file.lastReceived()),
                number.format(content.alertCount()),
                content.findings().stream().map(this::fired).toList(),
                alerts(content.supporting(), content.asset(), Map.of()),
                Timeline.of(content).stream()
                        .map(moment -> line(moment, content.asset()))
                        .toList(),
                ruleCounts(content),
                visible(content.sourceIps()),
                visible(content.users()),
                content.techniques().stream().map(this::technique).toList(),
                Vulnerability.of(content).stream()
                        .map(one -> new CaseSheet.Known(one.id(), "", Visible.text(one.words())))
                        .toList(),
                content.stages().stream()
                        .map(stage -> language.of(stage.written()))
                        .toList(),
                content.gaps().stream().map(this::hole).toList(),
                content.risk().stream()
                        .sorted(Comparator.comparingDouble(RiskTerm::bits).reversed())
                        .map(this::risk)
                        .toList(),
                number.format(Math.round(
                        content.risk().stream().mapToDouble(RiskTerm::bits).sum())),
                wazuh.of(content));
    }

    private CaseSheet.Known technique(String id) {
        return Techniques.of(id)
                .map(one -> new CaseSheet.Known(one.id(), one.name(), language.of(one.words())))
                .orElseGet(() -> new CaseSheet.Known(Visible.text(id), "", ""));
    }

    private CaseSheet.Risk risk(RiskTerm term) {
        String agent = term.asset().agentName() == null
                ? term.asset().agentId()
                : term.asset().agentName();
        return new CaseSheet.Risk(Visible.text(agent), language.of(term.reason()));
    }

    private static Machine machine(Asset asset) {
        return new Machine(
                Visible.text(asset.node()),
                Visible.text(asset.agentId()),
                Visible.orNull(asset.agentName()),
                Visible.orNull(asset.agentIp()));
    }

    private FiredRule fired(Finding finding) {
        return new FiredRule(
                finding.id(),
                language.of(finding.title()),
                finding.severity().name().toLowerCase(Locale.ROOT),
                Visible.text(finding.ruleId()),
                finding.entityKind().name().toLowerCase(Locale.ROOT),
                Visible.text(finding.entity()),
                number.format(finding.matches()),
                time(finding.first()),
                time(finding.last()),
                finding.reasons().stream().map(language::of).toList(),
                finding.marks().stream()
                        .map(mark -> mark.name().toLowerCase(Locale.ROOT))
                        .toList(),
                alerts(finding.evidence(), finding.asset(), finding.steps()));
    }

    private CaseSheet.Alerts alerts(List<Evidence> evidence, Asset asset, Map<String, Text> steps) {
        return CaseSheet.Alerts.of(
                evidence.stream().map(one -> alert(one, asset, steps)).toList());
    }

    private Alert alert(Evidence evidence, Asset asset, Map<String, Text> steps) {
        String address = Visible.orNull(evidence.sourceIp());
        return new Alert(
                time(evidence.time()),
                evidence.time().toString(),
                step(evidence.step(), steps),
                Visible.text(evidence.ruleId()),
                evidence.level(),
                Visible.text(evidence.description()),
                address,
                address != null && loopback(address),
                Visible.orNull(evidence.user()),
                Visible.orNull(evidence.filePath()),
                Visible.orNull(evidence.process()),
                Visible.text(evidence.excerpt()),
                Visible.text(evidence.position()),
                wazuh.of(evidence, asset));
    }

    /** In the rule's own words where it gave some. */
    private String step(String step, Map<String, Text> steps) {
        Text words = steps.get(step);
        return words == null ? Visible.text(step) : language.of(words);
    }

    private static boolean loopback(String address) {
        return address.startsWith("127.") || address.startsWith("::ffff:127.") || address.equals("::1");
    }

    private Line line(Moment moment, Asset asset) {
        String findings = moment.findings().stream().map(this::shown).collect(Collectors.joining(", "));
        return new Line(alert(moment.evidence(), asset, Map.of()), moment.alerts(), time(moment.last()), findings);
    }

    private String shown(Text text) {
        return language.of(text);
    }

    private List<RuleCount> ruleCounts(Case content) {
        Map<String, String> descriptions = new HashMap<>();
        Stream.concat(
                        content.findings().stream().flatMap(finding -> finding.evidence().stream()),
                        content.supporting().stream())
                .forEach(evidence -> descriptions.putIfAbsent(evidence.ruleId(), evidence.description()));
        long most = content.alertsByRule().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        return content.alertsByRule().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new RuleCount(
                        Visible.text(entry.getKey()),
                        Visible.orNull(descriptions.get(entry.getKey())),
                        number.format(entry.getValue()),
                        entry.getValue(),
                        most))
                .toList();
    }

    private Hole hole(Gap gap) {
        return new Hole(
                gap.reason().name().toLowerCase(Locale.ROOT),
                time(gap.from()),
                time(gap.to()),
                gap.alerts() < 0 ? "" : number.format(gap.alerts()),
                Visible.text(gap.source()),
                Visible.text(gap.detail()));
    }

    private static List<String> visible(List<String> raw) {
        return raw.stream().map(Visible::text).toList();
    }

    private String time(Instant time) {
        return clockface.secondOf(time, language);
    }
}
