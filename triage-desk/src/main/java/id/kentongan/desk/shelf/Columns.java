package id.kentongan.desk.shelf;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lists, filters and panels need of a case, as values of table {@code case_file}. */
final class Columns {
    private Columns() {}

    static Map<String, @Nullable Object> of(Case content, String record, Instant now) {
        Asset asset = content.asset();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", storable(content.id()));
        values.put("version", content.version());
        values.put("severity", content.severity().name());
        values.put("titleId", storable(content.title().id()));
        values.put("titleEn", storable(content.title().en()));
        values.put("node", storable(asset.node()));
        values.put("agentId", storable(asset.agentId()));
        values.put("agentName", asset.agentName() == null ? null : storable(asset.agentName()));
        values.put("rules", rules(content));
        values.put(
                "techniques",
                content.techniques().stream().map(Columns::storable).toArray(String[]::new));
        values.put("openedAt", utc(content.openedAt()));
        values.put("firstSeen", utc(content.firstSeen()));
        values.put("lastSeen", utc(content.lastSeen()));
        values.put("alertCount", content.alertCount());
        values.put("searchText", searchText(content));
        values.put("record", record);
        values.put("now", utc(now));
        return values;
    }

    /** PostgreSQL's text has no NUL character. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static String[] rules(Case content) {
        return content.findings().stream()
                .map(Finding::ruleId)
                .map(Columns::storable)
                .distinct()
                .toArray(String[]::new);
    }

    /** Everything the text filter looks into, in lower case. */
    private static String searchText(Case content) {
        Asset asset = content.asset();
        Stream<@Nullable String> parts = Stream.of(
                content.title().id(),
                content.title().en(),
                asset.agentId(),
                asset.agentName(),
                asset.agentIp(),
                String.join(" ", rules(content)),
                String.join(" ", content.sourceIps()),
                String.join(" ", content.users()),
                String.join(" ", content.techniques()));
        return storable(
                String.join("\n", parts.filter(part -> part != null).toList()).toLowerCase(Locale.ROOT));
    }
}
