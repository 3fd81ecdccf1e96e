package id.kentongan.desk.analysis;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.settings.LogSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Addresses in the Wazuh dashboard, made from the templates of the settings. Nothing is fetched. What alerts say is quoted
 * for the query language, then for the notation of the dashboard's address, then for the address itself.
 */
@Component
final class WazuhLinks {
    static final Duration AROUND = Duration.ofMinutes(5);
    private static final int MOST_VALUES = 5;
    private static final int LONGEST_VALUE = 200;

    private record Fields(String agent, List<String> sources, List<String> accounts) {}

    private static final Fields OF_4 = new Fields(
            "agent.id",
            List.of("data.srcip", "data.win.eventdata.ipAddress", "data.src_ip"),
            List.of("data.dstuser", "data.win.eventdata.targetUserName", "data.srcuser"));
    private static final Fields OF_5 = new Fields(
            "wazuh.agent.id",
            List.of("source.ip", "related.ip"),
            List.of("user.name", "user.target.name", "source.user.name"));

    private final LogSettings settings;

    @Autowired
    WazuhLinks(DeskSettings settings) {
        this(settings.logs());
    }

    WazuhLinks(LogSettings settings) {
        this.settings = settings;
    }

    /** Everything about the case's machine and source addresses in its time; null without a template. */
    @Nullable
    String of(Case content) {
        String rule = content.findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .map(Evidence::ruleId)
                .findFirst()
                .orElse("");
        return link(rule, content.asset(), content.sourceIps(), List.of(), content.firstSeen(), content.lastSeen());
    }

    /** One alert's machine with its source address, or its account where it has none, in the minutes around it. */
    @Nullable
    String of(Evidence evidence, Asset asset) {
        List<String> sources = evidence.sourceIp() == null ? List.of() : List.of(evidence.sourceIp());
        List<String> accounts = !sources.isEmpty() || evidence.user() == null ? List.of() : List.of(evidence.user());
        return link(evidence.ruleId(), asset, sources, accounts, evidence.time(), evidence.time());
    }

    private @Nullable String link(
            String rule, Asset asset, List<String> sources, List<String> accounts, Instant from, Instant to) {
        boolean four = rule.matches("\\d*");
        String template = four ? settings.wazuh4() : settings.wazuh5();
        return template.isEmpty()
                ? null
                : template.replace("{agent}", encoded(asset.agentId()))
                        .replace("{from}", encoded(from.minus(AROUND).toString()))
                        .replace("{to}", encoded(to.plus(AROUND).toString()))
                        .replace("{query}", encoded(inQuotes(query(four ? OF_4 : OF_5, asset, sources, accounts))));
    }

    private static String query(Fields fields, Asset asset, List<String> sources, List<String> accounts) {
        return fields.agent() + ":" + quoted(asset.agentId())
                + any(fields.sources(), sources)
                + any(fields.accounts(), accounts);
    }

    private static String any(List<String> fields, List<String> values) {
        return values.isEmpty()
                ? ""
                : values.stream()
                        .limit(MOST_VALUES)
                        .flatMap(value -> fields.stream().map(field -> field + ":" + quoted(value)))
                        .collect(Collectors.joining(" or ", " and (", ")"));
    }

    private static String quoted(String value) {
        String bounded = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        return '"' + bounded.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The dashboard's notation puts texts between single quotes and escapes with an exclamation mark. */
    private static String inQuotes(String text) {
        return text.replace("!", "!!").replace("'", "!'");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
