package id.kentongan.job.rulebook;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.job.rulebook.statement.EplText;
import id.kentongan.job.rulebook.statement.Inspection;
import id.kentongan.job.rulebook.statement.ReadsRuleText;
import id.kentongan.job.rulebook.statement.Remark;
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

/** Reads {@code rule.yml} and {@code rule.epl}: all faults are told together. */
final class RuleText {
    static final int MOST_CHARACTERS = 16_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("rule.yml")
            .setMaxAliasesForCollections(0)
            .setAllowRecursiveKeys(false)
            .build();
    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "slug",
            "title",
            "description",
            "severity",
            "entity",
            "suppress_for",
            "params",
            "steps",
            "attack",
            "sop_step",
            "false_positives",
            "triage",
            "author",
            "created"));

    /**
     * What reading one record gave.
     *
     * @param rule null where there are faults
     * @param statements to compile
     */
    record Reading(
            @Nullable Rule rule, List<Inspection.Statement> statements, List<String> faults, List<String> warnings) {}

    private final Map<?, ?> yaml;
    private final List<String> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Inspection inspection = new Inspection(List.of(), Duration.ZERO, List.of(), Set.of(), List.of(), List.of());

    private RuleText(Map<?, ?> yaml) {
        this.yaml = yaml;
    }

    /** Never throws for what the record says. */
    static Reading read(RuleRecord source) {
        try {
            RuleText text = new RuleText(yaml(source.ruleYml()));
            Rule rule = text.rule(source);
            return new Reading(
                    text.faults.isEmpty() ? rule : null,
                    text.inspection.statements(),
                    named(source, text.faults),
                    named(source, text.warnings));
        } catch (IllegalArgumentException | YamlEngineException e) {
            return new Reading(null, List.of(), named(source, List.of(String.valueOf(e.getMessage()))), List.of());
        }
    }

    private static List<String> named(RuleRecord source, List<String> remarks) {
        return remarks.stream()
                .distinct()
                .map(remark -> "rule " + source.slug() + ": " + remark)
                .toList();
    }

    private static Map<?, ?> yaml(String written) {
        if (written.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "rule.yml has " + written.length() + " characters, at most " + MOST_CHARACTERS + ": shorten it");
        }
        if (new Load(SETTINGS).loadFromString(written) instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("rule.yml holds no keys");
    }

    /** Its statements are read last, when everything else has told its faults. */
    private Rule rule(RuleRecord source) {
        Map<String, String> literals = Parameters.literals(yaml.get("params"), faults);
        EplText epl = EplText.of(source.ruleEpl(), literals);
        literals.keySet().stream()
                .filter(name -> !epl.parameters().contains(name))
                .forEach(name -> faults.add("params: " + name + " is used nowhere: write ${" + name + "} in rule.epl"));
        EntityKind entity = oneOf("entity", EntityKind.values(), EntityKind::written);
        Map<String, Text> steps = steps();
        inspect(epl, entity, steps);
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
                entity,
                inspection.horizon(),
                duration("suppress_for"),
                interest(),
                steps,
                yaml.get("attack") instanceof Map<?, ?> attack ? strings(attack.get("techniques")) : List.of(),
                epl.rendered());
    }

    private void inspect(EplText epl, EntityKind entity, Map<String, Text> steps) {
        inspection = inspect(epl, entity);
        inspection.faults().forEach(fault -> faults.add(fault.toString()));
        inspection.warnings().forEach(warning -> warnings.add(warning.toString()));
        List<String> costly = entity == EntityKind.ALL ? faults : warnings;
        inspection.filters().stream()
                .filter(filter -> ReadsInterest.of(filter.condition()).any())
                .forEach(filter -> costly.add(new Remark(
                                filter.place().line(),
                                filter.place().column(),
                                "costs every alert: compare ruleId, action, inGroup('…') or level in these brackets")
                        .toString()));
        if (entity == EntityKind.ALL) {
            faults.addAll(OneForAll.faults(inspection));
        }
        inspection.columns().stream()
                .filter(column -> !steps.containsKey(column))
                .sorted()
                .forEach(column -> warnings.add("steps names no " + column + ", which rule.epl tells"));
    }

    /** The statements of a text whose parameters are put in. */
    static Inspection inspect(String epl, EntityKind entity) {
        return inspect(EplText.of(epl, Map.of()), entity);
    }

    private static Inspection inspect(EplText epl, EntityKind entity) {
        Set<String> types =
                Arrays.stream(EntityKind.values()).map(RuleEvent::typeOf).collect(Collectors.toSet());
        return new ReadsRuleText(CompilesRules.configuration(), CompilesRules.MATCH, RuleEvent.typeOf(entity), types)
                .read(epl);
    }

    private Interest interest() {
        return inspection.filters().stream()
                .map(filter -> ReadsInterest.of(filter.condition()))
                .reduce(Interest.NONE, Interest::plus);
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

    private List<Object> texts(String key) {
        return yaml.get(key) instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).distinct().toList()
                : List.of();
    }
}
