package id.kentongan.job.anomaly;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a detector of rhythm found, as a weak finding on the agent. */
final class RhythmFinding {
    private RhythmFinding() {}

    /** Shown by an alert. */
    static Finding of(Detector detector, Alert alert, Text why) {
        return of(detector, alert, "", why);
    }

    /** @param name that it is about, beside the agent; empty = none */
    static Finding of(Detector detector, Alert alert, String name, Text why) {
        return new Finding(
                "f-" + Sha256.name(detector.written() + "|" + (name.isEmpty() ? "" : name + "|") + alert.key()),
                detector.written(),
                "",
                detector.title(),
                Severity.LOW,
                EntityKind.AGENT,
                alert.agent(),
                alert.asset(),
                alert.time(),
                alert.time(),
                1,
                Map.of(alert.ruleId(), 1L),
                Map.of(detector.written(), detector.title()),
                List.of(why),
                alert.techniques(),
                List.of(alert.as(detector.written())),
                List.of());
    }

    /** Shown by no alert: from the agent's last word until {@code time}. */
    static Finding of(Detector detector, Pulse pulse, long time, Text why) {
        return of(detector, pulse.asset(), pulse.last(), time, why);
    }

    /** Five minutes that a forest found unusual; told at {@code time}. */
    static Finding of(Mix mix, Forest.Judgement judged, Pulse pulse, long time) {
        Forest.Part part = Objects.requireNonNull(judged.part());
        String id = String.format(
                Locale.ROOT,
                "dalam 5 menit %d alert, %d ragam, %d login gagal, %d alamat asal: paling tidak biasa %s;"
                        + " skor Random Cut Forest %.1f, tertinggi sejauh ini %.1f",
                mix.alerts(),
                mix.signatures().size(),
                mix.failures(),
                mix.addresses().size(),
                part.id,
                judged.score(),
                mix.record());
        String en = String.format(
                Locale.ROOT,
                "within 5 minutes %d alerts of %d kinds, %d failed logins, %d source addresses: most unusual is %s;"
                        + " Random Cut Forest scores %.1f, the highest so far was %.1f",
                mix.alerts(),
                mix.signatures().size(),
                mix.failures(),
                mix.addresses().size(),
                part.en,
                judged.score(),
                mix.record());
        return of(Detector.FOREST, pulse.asset(), mix.window() * Mix.WINDOW, time, new Text(id, en));
    }

    private static Finding of(Detector detector, Asset asset, long first, long last, Text why) {
        String agent = asset.node() + "/" + asset.agentId();
        return new Finding(
                "f-" + Sha256.name(detector.written() + "|" + agent + "|" + last),
                detector.written(),
                "",
                detector.title(),
                Severity.LOW,
                EntityKind.AGENT,
                agent,
                asset,
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(last),
                1,
                Map.of(),
                Map.of(),
                List.of(why),
                List.of(),
                List.<Evidence>of(),
                List.of());
    }
}
