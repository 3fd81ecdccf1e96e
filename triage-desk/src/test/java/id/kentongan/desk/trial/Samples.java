package id.kentongan.desk.trial;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import id.kentongan.contracts.Gap;
import id.kentongan.contracts.GapReason;
import id.kentongan.contracts.RiskTerm;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Tactic;
import id.kentongan.contracts.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Cases for tests. */
public final class Samples {
    public static final Instant START = Instant.parse("2026-11-02T01:14:31Z");

    /** What an attacker may get into any text: markup, quotes, template syntax, controls, direction marks. */
    public static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`</title></code>"
            + "${7*7} [[${1}]] #{queue.title} @{/} ~{page/layout} {{1}} \u202egnp.exe\u202c\u200b\u0000\u0007\u001b[31m"
            + "\u2028\ud800\ufeff";

    private static final JsonMapper JSON = new JsonMapper();

    private Samples() {}

    public static byte[] json(Case content) {
        return JSON.writeValueAsBytes(content);
    }

    public static Case plain(String id, long version, Severity severity, String title) {
        Finding finding = finding("f-" + id, title, severity, evidence("a-" + id, START, "failure"));
        return of(id, version, severity, new Text(title, title + " in English"), List.of(finding), List.of());
    }

    public static Case of(
            String id, long version, Severity severity, Text title, List<Finding> findings, List<Evidence> supporting) {
        return new Case(
                id,
                version,
                title,
                new Text("Ringkasan " + id, "Summary " + id),
                severity,
                asset(),
                START.plusSeconds(60),
                START,
                START.plusSeconds(90),
                findings,
                supporting,
                11,
                Map.of("5760", 11L),
                List.of("203.0.113.9"),
                List.of("root"),
                List.of("T1110"),
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
    }

    /** A case whose last evidence came at that time. */
    public static Case seenLast(Instant last, String id, long version, Severity severity, String title) {
        Case plain = plain(id, version, severity, title);
        return but(plain, last, plain.risk(), plain.follows(), List.of(), null);
    }

    /** One that goes on from an earlier case, with the terms of its risk. */
    public static Case following(String earlier, String id, Severity severity, String title, RiskTerm... risk) {
        Case plain = plain(id, 1, severity, title);
        return but(plain, plain.lastSeen(), List.of(risk), earlier, List.of(), null);
    }

    /** One that the job found to be part of another. */
    public static Case partOf(String bigger, String id, Severity severity, String title, Tactic... stages) {
        Case plain = plain(id, 2, severity, title);
        return but(plain, plain.lastSeen(), plain.risk(), null, List.of(stages), bigger);
    }

    private static Case but(
            Case plain,
            Instant last,
            List<RiskTerm> risk,
            @Nullable String follows,
            List<Tactic> stages,
            @Nullable String mergedInto) {
        return new Case(
                plain.id(),
                plain.version(),
                plain.title(),
                plain.summary(),
                plain.severity(),
                plain.asset(),
                plain.openedAt(),
                plain.firstSeen(),
                last,
                plain.findings(),
                plain.supporting(),
                plain.alertCount(),
                plain.alertsByRule(),
                plain.sourceIps(),
                plain.users(),
                plain.techniques(),
                plain.gaps(),
                risk,
                follows,
                stages,
                mergedInto);
    }

    public static RiskTerm term(String reason, double bits) {
        return new RiskTerm(asset(), new Text(reason, reason + " in English"), bits);
    }

    public static Finding finding(String id, String title, Severity severity, Evidence... evidence) {
        return finding(id, title, severity, 11, evidence);
    }

    /**
     * A finding of many alerts.
     *
     * @param alerts that it stands for, of which the evidence is a sample
     */
    public static Finding finding(String id, String title, Severity severity, long alerts, Evidence... evidence) {
        return new Finding(
                id,
                "brute-force",
                "0".repeat(64),
                new Text(title, title + " in English"),
                severity,
                EntityKind.AGENT,
                "wazuh-1/004",
                asset(),
                START,
                START.plusSeconds(90),
                2,
                Map.of("5760", alerts),
                Map.of("failure", new Text("login gagal", "failed login")),
                List.of(new Text("alasan " + id, "reason " + id)),
                List.of("T1110"),
                List.of(evidence),
                List.of());
    }

    public static Evidence evidence(String alert, Instant time, String step) {
        return evidence(alert, time, step, "203.0.113.9", "root", "Failed password for root");
    }

    public static Evidence evidence(
            String alert, Instant time, String step, @Nullable String ip, @Nullable String user, String excerpt) {
        return new Evidence(
                alert,
                time,
                step,
                "5760",
                5,
                "sshd: " + step,
                ip,
                user,
                null,
                null,
                excerpt,
                "0".repeat(64),
                "2/88123");
    }

    /** Hostile text wherever the contract has text, nothing wherever it allows nothing, and long excerpts. */
    public static Case hostile(String id) {
        String excerpt = HOSTILE.repeat(20).substring(0, Evidence.EXCERPT_BYTES);
        Evidence[] evidence = IntStream.range(0, 15)
                .mapToObj(step -> new Evidence(
                        HOSTILE + step,
                        START.plusSeconds(step),
                        HOSTILE,
                        HOSTILE,
                        5,
                        HOSTILE,
                        step == 0 ? null : HOSTILE,
                        step == 0 ? null : HOSTILE,
                        step == 0 ? null : HOSTILE,
                        step == 0 ? null : HOSTILE,
                        excerpt,
                        HOSTILE,
                        HOSTILE))
                .toArray(Evidence[]::new);
        Text text = new Text(HOSTILE, HOSTILE);
        Asset asset = new Asset(HOSTILE, HOSTILE, null, null);
        Finding finding = new Finding(
                HOSTILE,
                HOSTILE,
                HOSTILE,
                text,
                Severity.HIGH,
                EntityKind.USER,
                HOSTILE,
                asset,
                START,
                START,
                1,
                Map.of("5760", 1L),
                Map.of("failure", text),
                List.of(text),
                List.of(HOSTILE),
                List.of(evidence),
                List.of(FindingMark.values()));
        Evidence loopback = evidence("ids", START, "ids", "127.0.0.1", null, HOSTILE);
        return new Case(
                id,
                1,
                text,
                text,
                Severity.CRITICAL,
                asset,
                START,
                START,
                START,
                List.of(finding),
                List.of(loopback),
                15,
                Map.of(HOSTILE.replace("\ud800", ""), 15L),
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(new Gap(HOSTILE, HOSTILE, HOSTILE, GapReason.TRUNCATED, START, START, 3, HOSTILE)),
                List.of(new RiskTerm(asset, text, 18)),
                HOSTILE,
                List.of(),
                HOSTILE);
    }

    private static Asset asset() {
        return new Asset("wazuh-1", "004", "web-01", "192.0.2.14");
    }
}
