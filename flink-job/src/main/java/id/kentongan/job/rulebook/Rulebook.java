package id.kentongan.job.rulebook;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules in force, and what they need of the stream. */
public record Rulebook(List<Rule> rules) {
    public Rulebook {
        rules = List.copyOf(rules);
    }

    /**
     * Those of these records that are judged: the active ones and those on trial.
     *
     * @throws IllegalArgumentException naming the faults of a rule
     */
    public static Rulebook of(List<RuleRecord> records) {
        return new Rulebook(records.stream()
                .filter(rule -> rule.state() != RuleState.DISABLED)
                .map(Rulebook::read)
                .toList());
    }

    private static Rule read(RuleRecord record) {
        RuleText.Reading reading = RuleText.read(record);
        if (reading.rule() == null) {
            throw new IllegalArgumentException(String.join("; ", reading.faults()));
        }
        return reading.rule();
    }

    public Optional<Rule> rule(String slug) {
        return rules.stream().filter(rule -> rule.slug().equals(slug)).findFirst();
    }

    /** For each entity kind that some rule correlates by: which alerts those rules look at. */
    public Map<EntityKind, Interest> interests() {
        Map<EntityKind, Interest> interests = new EnumMap<>(EntityKind.class);
        rules.forEach(rule -> interests.merge(rule.entity(), rule.interest(), Interest::plus));
        return interests;
    }

    /** How long an alert of any kind can still matter. */
    public Duration horizon() {
        return rules.stream().map(Rule::horizon).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** How long an alert of this kind can still matter. */
    public Duration horizon(EntityKind kind) {
        return rules.stream()
                .filter(rule -> rule.entity() == kind)
                .map(Rule::horizon)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
