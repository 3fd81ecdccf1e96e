package id.kentongan.job.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Rules for tests, and those that lie in text files: blocks between lines of {@code ====}. */
final class Probes {
    /** One block: its first line, the second one, and the rest. */
    record Block(String name, String words, String epl) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final long START = 1_793_000_040_000L;

    private Probes() {}

    static Alert alert(long minute, int number, String rule, int level, String group, String agent, String user) {
        return WazuhAlerts.read("""
                {"timestamp":"%s","id":"1793000000.%d","rule":{"id":"%s","level":%d,"groups":["%s"]},
                "manager":{"name":"m"},"agent":{"id":"%s"},"data":{"srcip":"203.0.113.9","dstuser":"%s"}}""".formatted(
                        Instant.ofEpochMilli(START + minute * 60_000).toString().replace("Z", "+0000"),
                        number,
                        rule,
                        level,
                        group,
                        agent,
                        user)
                .getBytes(UTF_8));
    }

    static List<Block> blocks(String resource) {
        try (var in = Objects.requireNonNull(Probes.class.getResourceAsStream(resource), resource)) {
            List<Block> blocks = new ArrayList<>();
            Arrays.stream(new String(in.readAllBytes(), UTF_8).split("(?m)^====\\n", -1))
                    .filter(text -> !text.isBlank())
                    .forEach(text -> {
                        String[] lines = text.split("\n", 3);
                        blocks.add(new Block(lines[0].strip(), lines[1].strip(), lines[2].strip()));
                    });
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleRecord agent(String epl) {
        return agent("", epl);
    }

    static RuleRecord all(String epl) {
        RuleRecord agent = agent(epl);
        String yml = agent.ruleYml().replace("entity: agent", "entity: all");
        return new RuleRecord("probe", "0", RuleState.ACTIVE, yml, epl, null);
    }

    /** {@code more}: lines for rule.yml. */
    static RuleRecord agent(String more, String epl) {
        String yml = """
                slug: probe
                title: {id: a, en: b}
                severity: low
                entity: agent
                suppress_for: PT1H
                steps: {match: {id: a, en: b}}
                false_positives: [{id: a, en: b}]
                triage: [{id: a, en: b}]
                """;
        return new RuleRecord("probe", "0", RuleState.ACTIVE, yml + more, epl, null);
    }
}
