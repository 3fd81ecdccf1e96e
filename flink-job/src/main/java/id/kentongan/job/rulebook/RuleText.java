package id.kentongan.job.rulebook;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code rule.yml}: unknown keys and missing ones are faults, told together. */
final class RuleText {
    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "slug",
            "title",
            "description",
            "severity",
            "entity",
            "horizon",
            "suppress_for",
            "wazuh_rule_ids",
            "steps",
            "attack",
            "sop_step",
            "false_positives",
            "triage",
            "author",
            "created"));

    private final Map<?, ?> yaml;
    private final List<String> faults = new ArrayList<>();

    private RuleText(Map<?, ?> yaml) {
        this.yaml = yaml;
    }

    /** @throws IllegalArgumentException naming the rule and every fault in its {@code rule.yml} */
    static Rule read(RuleRecord source) {
        RuleText text = new RuleText(yaml(source));
        Rule rule = text.rule(source);
        if (!text.faults.isEmpty()) {
            throw new IllegalArgumentException("rule " + source.slug() + ": " + String.join("; ", text.faults));
        }
        return rule;
    }

    private static Map<?, ?> yaml(RuleRecord source) {
        try {
            Object root =
                    new Load(LoadSettings.builder().setLabel("rule.yml").build()).loadFromString(source.ruleYml());
            if (root instanceof Map<?, ?> map) {
                return map;
            }
            throw new IllegalArgumentException("rule " + source.slug() + ": rule.yml holds no keys");
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("rule " + source.slug() + ": " + e.getMessage(), e);
        }
    }

    private Rule rule(RuleRecord source) {
        yaml.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> faults.add("unknown key " + key + ", known are " + KEYS));
        if (!source.slug().equals(yaml.get("slug"))) {
            faults.add("slug is " + yaml.get("slug") + " but the folder is " + source.slug());
        }
        if (texts("false_positives").isEmpty() || texts("triage").isEmpty()) {
            faults.add("false_positives and triage each need at least one line: people read them on the case");
        }
        return new Rule(
                source.slug(),
                source.sha256(),
                source.state(),
                text("title", yaml.get("title")),
                oneOf("severity", Severity.values(), severity -> severity.name().toLowerCase(Locale.ROOT)),
                oneOf("entity", EntityKind.values(), EntityKind::written),
                duration("horizon"),
                duration("suppress_for"),
                Interest.ofRules(must("wazuh_rule_ids")),
                steps(),
                yaml.get("attack") instanceof Map<?, ?> attack ? strings(attack.get("techniques")) : List.of(),
                source.ruleEpl());
    }

    private Map<String, Text> steps() {
        Map<String, Text> steps = new LinkedHashMap<>();
        if (yaml.get("steps") instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((step, words) -> steps.put(String.valueOf(step), text("steps." + step, words)));
        } else {
            faults.add("steps is missing: say in id and en what each output column of rule.epl stands for");
        }
        return steps;
    }

    private Text text(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> words
                && words.get("id") instanceof String id
                && words.get("en") instanceof String en) {
            return new Text(id, en);
        }
        faults.add(key + " needs id: and en:");
        return new Text("", "");
    }

    private <E extends Enum<E>> E oneOf(String key, E[] values, java.util.function.Function<E, String> written) {
        Optional<E> found = Arrays.stream(values)
                .filter(value -> written.apply(value).equals(yaml.get(key)))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(key + " is " + yaml.get(key) + ", not one of "
                    + Arrays.stream(values).map(written).collect(Collectors.joining(", ")));
        }
        return found.orElse(values[0]);
    }

    private Duration duration(String key) {
        try {
            return Duration.parse(String.valueOf(yaml.get(key)));
        } catch (DateTimeParseException e) {
            faults.add(key + " is " + yaml.get(key) + ", not a duration such as PT15M");
            return Duration.ZERO;
        }
    }

    private List<String> must(String key) {
        List<String> found = strings(yaml.get(key));
        if (found.isEmpty()) {
            faults.add(key + " is missing or empty");
        }
        return found;
    }

    private List<Object> texts(String key) {
        return yaml.get(key) instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).distinct().toList()
                : List.of();
    }
}
