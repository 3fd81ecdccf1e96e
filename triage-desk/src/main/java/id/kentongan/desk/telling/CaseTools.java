package id.kentongan.desk.telling;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.outbox.Outbox;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.settings.CallSettings;
import id.kentongan.desk.settings.DeskSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Grave cases in the words of other case tools: an alert of TheHive 5 ({@code POST /api/v1/alert}) and one of DFIR-IRIS 2
 * ({@code POST /alerts/add}). They go out only; what people do there does not come back.
 */
@Component
class CaseTools {
    private static final int MOST_ADDRESSES = 20;

    private final Outbox outbox;
    private final CallSettings settings;

    CaseTools(Outbox outbox, DeskSettings settings) {
        this.outbox = outbox;
        this.settings = settings.calls();
    }

    boolean none() {
        return settings.theHive() == null && settings.iris() == null;
    }

    /** Only what its label lets out of the house. */
    void tell(Case content, Tlp tlp, String number, String link) {
        CallSettings.Tool hive = settings.theHive();
        if (hive != null) {
            outbox.tool(
                    "thehive", hive.address() + "/api/v1/alert", withoutBlanks(theHive(content, tlp, number, link)));
        }
        CallSettings.Tool iris = settings.iris();
        if (iris != null) {
            outbox.tool(
                    "iris",
                    iris.address() + "/alerts/add",
                    withoutBlanks(iris(content, tlp, number, link, iris.customer())));
        }
    }

    /** Severity and TLP are numbers there; a source reference may come once only. */
    static Map<String, Object> theHive(Case content, Tlp tlp, String number, String link) {
        return Map.ofEntries(
                Map.entry("type", "kentongan"),
                Map.entry("source", "kentongan"),
                Map.entry("sourceRef", reference(content, number)),
                Map.entry("title", title(content, number)),
                Map.entry("description", Visible.text(content.summary().id())),
                Map.entry("severity", severityOfTheHive(content.severity())),
                Map.entry("tlp", tlpOfTheHive(tlp)),
                Map.entry("tags", tags(content)),
                Map.entry("externalLink", link),
                Map.entry("date", content.firstSeen().toEpochMilli()),
                Map.entry(
                        "observables",
                        addresses(content)
                                .map(ip -> Map.of("dataType", "ip", "data", ip))
                                .toList()));
    }

    static Map<String, Object> iris(Case content, Tlp tlp, String number, String link, int customer) {
        return Map.ofEntries(
                Map.entry("alert_title", title(content, number)),
                Map.entry("alert_description", Visible.text(content.summary().id())),
                Map.entry("alert_source", "kentongan"),
                Map.entry("alert_source_ref", reference(content, number)),
                Map.entry("alert_source_link", link),
                Map.entry("alert_source_event_time", content.firstSeen().toString()),
                Map.entry("alert_severity_id", severityOfIris(content.severity())),
                Map.entry("alert_status_id", 2),
                Map.entry("alert_customer_id", customer),
                Map.entry("alert_tags", String.join(",", tags(content))),
                Map.entry(
                        "alert_iocs",
                        addresses(content)
                                .map(ip -> Map.of(
                                        "ioc_value",
                                        ip,
                                        "ioc_description",
                                        "sumber",
                                        "ioc_tlp_id",
                                        tlpOfIris(tlp),
                                        "ioc_type_id",
                                        76,
                                        "ioc_tags",
                                        ""))
                                .toList()));
    }

    /** Without an address of the desk there is no link, and they take no empty one. */
    static Map<String, Object> withoutBlanks(Map<String, Object> alert) {
        Map<String, Object> told = new TreeMap<>(alert);
        told.values().removeIf(""::equals);
        return told;
    }

    private static String reference(Case content, String number) {
        return number + "-" + content.severity().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String title(Case content, String number) {
        return number + " " + Visible.text(content.title().id());
    }

    private static List<String> tags(Case content) {
        return Stream.concat(
                        content.techniques().stream(),
                        content.findings().stream().map(finding -> finding.ruleId()))
                .map(Visible::text)
                .distinct()
                .toList();
    }

    /** Only what is an address: other logged text is no observable. */
    private static Stream<String> addresses(Case content) {
        return content.sourceIps().stream()
                .filter(ip -> ip.matches("[0-9a-fA-F.:]{3,45}"))
                .limit(MOST_ADDRESSES);
    }

    private static int severityOfTheHive(Severity severity) {
        return switch (severity) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
            case CRITICAL -> 4;
        };
    }

    private static int tlpOfTheHive(Tlp tlp) {
        return switch (tlp) {
            case CLEAR -> 0;
            case GREEN -> 1;
            case AMBER -> 2;
            case AMBER_STRICT -> 3;
            case RED -> 4;
        };
    }

    /** As an installation of IRIS 2.4 numbers them: it added the last two to the three of before. */
    private static int tlpOfIris(Tlp tlp) {
        return switch (tlp) {
            case RED -> 1;
            case AMBER -> 2;
            case GREEN -> 3;
            case CLEAR -> 4;
            case AMBER_STRICT -> 5;
        };
    }

    private static int severityOfIris(Severity severity) {
        return switch (severity) {
            case LOW -> 4;
            case MEDIUM -> 1;
            case HIGH -> 5;
            case CRITICAL -> 6;
        };
    }
}
