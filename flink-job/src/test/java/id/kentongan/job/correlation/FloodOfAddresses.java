package id.kentongan.job.correlation;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.intake.Sha256;
import id.kentongan.job.intake.WazuhAlerts;
import id.kentongan.job.rulebook.RuleFolder;
import id.kentongan.job.rulechange.DatedRule;
import id.kentongan.job.settings.RuleBudgets;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/**
 * Sends alerts of ever other source addresses over one hour of event time through the operator that judges, on the heap
 * back end, with a rule that looks back on 55 minutes; one address among them attacks. Argument: how many addresses.
 */
final class FloodOfAddresses {
    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private static final String TEXT = "x".repeat(600);
    private static final int BETWEEN_WATERMARKS = 1_000;

    private final int addresses;
    private final KeyedTwoInputStreamOperatorTestHarness<String, EntityAlert, DatedRule, Match> flink;

    private FloodOfAddresses(int addresses) throws Exception {
        this.addresses = addresses;
        flink = new KeyedTwoInputStreamOperatorTestHarness<>(
                new CorrelatesAlerts(RuleBudgets.USUAL), EntityAlert::key, rule -> "", Types.STRING);
        flink.open();
        flink.processElement2(new DatedRule(threshold(), Long.MIN_VALUE, Long.MIN_VALUE), 0);
    }

    public static void main(String[] args) throws Exception {
        new FloodOfAddresses(Integer.parseInt(args[0])).run();
    }

    private void run() throws Exception {
        int mostKeys = 0;
        for (int i = 0; i < addresses; i++) {
            Instant time = START.plusMillis((long) (3_600_000.0 * i / addresses));
            send(i, "198.%d.%d.%d".formatted(i >> 16 & 255, i >> 8 & 255, i & 255), time);
            if (i % BETWEEN_WATERMARKS == 0) {
                if (i > addresses / 2 && i <= addresses / 2 + 5 * BETWEEN_WATERMARKS) {
                    send(addresses + i, "203.0.113.9", time);
                }
                pass(time.toEpochMilli());
                mostKeys = Math.max(mostKeys, flink.numKeyedStateEntries());
            }
        }
        pass(START.plusSeconds(3_600).toEpochMilli());
        System.out.printf(
                "%d matches, most entries of state %d%n",
                flink.extractOutputValues().size(), mostKeys);
        flink.close();
    }

    private void pass(long time) throws Exception {
        flink.processWatermark1(new Watermark(time));
        flink.processWatermark2(new Watermark(time));
    }

    private void send(int number, String address, Instant time) throws Exception {
        String json = """
                {"timestamp":"%s","id":"1793582071.%d","rule":{"id":"5710","level":5,"description":"d"},
                "manager":{"name":"m"},"agent":{"id":"001"},"data":{"srcip":"%s"},"full_log":"%s"}""".formatted(time.toString().replace("Z", "+0000"), number, address, TEXT);
        var copy = new EntityAlert(EntityKind.SOURCE_IP, address, WazuhAlerts.read(json.getBytes(UTF_8)));
        flink.processElement1(copy, copy.time());
    }

    private static RuleRecord threshold() throws Exception {
        Path rules = Path.of(FloodOfAddresses.class.getResource("/matrix/rules").toURI());
        RuleRecord rule = RuleFolder.read(rules).get(0);
        String epl = rule.ruleEpl().replace("3 min", "55 min");
        return new RuleRecord(
                rule.slug(),
                Sha256.hex((rule.ruleYml() + epl).getBytes(UTF_8)),
                rule.state(),
                rule.ruleYml(),
                epl,
                null);
    }
}
