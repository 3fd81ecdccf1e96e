package id.kentongan.job.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingException;
import id.kentongan.contracts.FindingMark;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.Topic;
import id.kentongan.job.anomaly.PlainRhythms;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.casework.PlainCases;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.correlation.PlainFindings;
import id.kentongan.job.correlation.PlainFindings.Told;
import id.kentongan.job.edge.RawTopic;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What it all comes to: the newest version of each finding and case, by id. Of two tellings of one version the first is
 * kept; that the others say the same is asserted while reading.
 *
 * @param versions of findings in all, each as often as it was told, sorted
 */
record Answer(Map<String, Finding> findings, Map<String, Case> cases, List<String> versions) {
    private static final int SHOWN = 3;
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Of the plain classes, without Flink: the only place of the matrix that knows the job from inside. */
    static Answer plain(List<RuleRecord> rules, Watch watch, Scopes scopes, List<Alert> alerts) {
        return ofVersions(PlainFindings.told(rules, alerts), watch, scopes, null, alerts);
    }

    /** The same where other versions of rules hold for what matches from a moment on, and an exception does. */
    static Answer plain(
            List<RuleRecord> before,
            List<RuleRecord> after,
            Instant from,
            @Nullable FindingException exception,
            Watch watch,
            Scopes scopes,
            List<Alert> alerts) {
        return ofVersions(PlainFindings.told(before, after, from, alerts), watch, scopes, exception, alerts);
    }

    private static Answer ofVersions(
            List<Told> ofRules, Watch watch, Scopes scopes, @Nullable FindingException exception, List<Alert> alerts) {
        PlainCases cases = new PlainCases(watch, scopes);
        alerts.forEach(cases::alert);
        Map<String, Finding> newest = new TreeMap<>();
        for (Told told : ofRules) {
            Finding finding = told.finding();
            if (exception != null && exception.covers(finding)) {
                newest.put(finding.id(), finding.with(FindingMark.EXCEPTED));
            } else {
                newest.put(finding.id(), finding);
                cases.told(told.at(), finding);
            }
        }
        List<Finding> ofDetectors = ofDetectors(watch, alerts);
        ofDetectors.forEach(finding -> newest.put(finding.id(), finding));
        return new Answer(
                newest,
                cases.newest(Run.END).stream().collect(Collectors.toMap(Case::id, identity())),
                Stream.concat(ofRules.stream().map(Told::finding), ofDetectors.stream())
                        .map(Answer::version)
                        .sorted()
                        .toList());
    }

    private static List<Finding> ofDetectors(Watch watch, List<Alert> alerts) {
        List<Finding> found = new ArrayList<>();
        PlainRhythms rhythms = new PlainRhythms(watch, (finding, at) -> found.add(finding));
        alerts.stream().sorted(AlertOrder.INSTANCE).forEach(alert -> {
            rhythms.advanceTo(alert.time().toEpochMilli() - 1);
            rhythms.take(alert);
        });
        rhythms.advanceTo(Run.END.toEpochMilli());
        return found;
    }

    /** A place in the topic that stands for any, where the places are not to be compared. */
    static final String SOME_PLACE = "0/0";

    /** Of the job, as its readers take it from Kafka. */
    static Answer told(String bootstrap, String prefix, boolean withPlaces) throws IOException {
        Map<String, Finding> findings = new TreeMap<>();
        List<String> versions = new ArrayList<>();
        for (var record : RawTopic.read(bootstrap, Topic.FINDINGS.named(prefix))) {
            Finding finding = read(record, Finding.class, withPlaces);
            versions.add(version(finding));
            take(findings, finding, Finding::id, one -> 2 * one.matches() + (isWithdrawn(one) ? 1 : 0));
        }
        Map<String, Case> cases = new TreeMap<>();
        for (var record : RawTopic.read(bootstrap, Topic.CASES.named(prefix))) {
            take(cases, read(record, Case.class, withPlaces), Case::id, Case::version);
        }
        return new Answer(findings, cases, versions.stream().sorted().toList());
    }

    static boolean isWithdrawn(Finding finding) {
        return finding.marks().contains(FindingMark.WITHDRAWN);
    }

    private static String version(Finding finding) {
        return finding.ruleId() + " " + finding.id() + " " + finding.matches();
    }

    private static <T> void take(Map<String, T> newest, T one, Function<T, String> id, ToLongFunction<T> version) {
        T before = newest.get(id.apply(one));
        if (before == null || version.applyAsLong(one) > version.applyAsLong(before)) {
            newest.put(id.apply(one), one);
        } else if (version.applyAsLong(one) == version.applyAsLong(before) && !one.equals(before)) {
            throw new AssertionError("one version told two ways:\n  " + before + "\n  " + one);
        }
    }

    private static <T> T read(ConsumerRecord<byte[], byte[]> record, Class<T> type, boolean withPlaces)
            throws IOException {
        String json = new String(record.value(), UTF_8);
        return JSON.readValue(
                withPlaces
                        ? json
                        : json.replaceAll("\"position\":\"\\d+/\\d+\"", "\"position\":\"" + SOME_PLACE + "\""),
                type);
    }

    /** How many findings an exception covers here. */
    long excepted() {
        return findings.values().stream()
                .filter(finding -> finding.marks().contains(FindingMark.EXCEPTED))
                .count();
    }

    /** How many findings a rule has here that were not withdrawn. */
    long findingsOf(String rule) {
        return findings.values().stream()
                .filter(finding -> !isWithdrawn(finding))
                .filter(finding -> finding.ruleId().equals(rule))
                .count();
    }

    /** In words, by shape, the first few of each; empty when both say the same. */
    List<String> differencesTo(Answer told) {
        List<String> differences = new ArrayList<>();
        Map<String, Map<String, Finding>> expectedByRule = byRule(findings);
        Map<String, Map<String, Finding>> toldByRule = byRule(told.findings);
        TreeSet<String> rules = new TreeSet<>(expectedByRule.keySet());
        rules.addAll(toldByRule.keySet());
        for (String rule : rules) {
            differences.addAll(differences(
                    rule, expectedByRule.getOrDefault(rule, Map.of()), toldByRule.getOrDefault(rule, Map.of())));
        }
        differences.addAll(differences("cases", cases, told.cases));
        return differences;
    }

    /** What was told more or less often than expected; for runs in which nothing may be told again. */
    List<String> tellingsUnlike(Answer told) {
        Map<String, Integer> times = new TreeMap<>();
        versions.forEach(version -> times.merge(version, 1, Integer::sum));
        told.versions.forEach(version -> times.merge(version, -1, Integer::sum));
        return times.entrySet().stream()
                .filter(each -> each.getValue() != 0)
                .map(each -> each.getKey() + ": told " + -each.getValue() + " times too often")
                .toList();
    }

    private static Map<String, Map<String, Finding>> byRule(Map<String, Finding> findings) {
        return findings.values().stream()
                .collect(Collectors.groupingBy(Finding::ruleId, Collectors.toMap(Finding::id, identity())));
    }

    private static <T> List<String> differences(String what, Map<String, T> expected, Map<String, T> told) {
        TreeSet<String> ids = new TreeSet<>(expected.keySet());
        ids.addAll(told.keySet());
        List<String> differing = ids.stream()
                .filter(id -> !Objects.equals(expected.get(id), told.get(id)))
                .toList();
        List<String> words = new ArrayList<>();
        if (!differing.isEmpty()) {
            words.add("%s: %d of %d differ".formatted(what, differing.size(), ids.size()));
        }
        differing.stream()
                .limit(SHOWN)
                .forEach(id ->
                        words.add("  " + id + "\n    expected " + expected.get(id) + "\n    told     " + told.get(id)));
        return words;
    }
}
