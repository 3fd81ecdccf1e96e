package id.kentongan.desk.report;

import static id.kentongan.desk.report.Written.fact;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Text;
import id.kentongan.desk.assessment.Verdict;
import id.kentongan.desk.casefile.Moment;
import id.kentongan.desk.casefile.Timeline;
import id.kentongan.desk.course.Step;
import id.kentongan.desk.paper.Paper.Facts;
import id.kentongan.desk.paper.Paper.Grid;
import id.kentongan.desk.paper.Paper.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The chapters that rest on evidence. Every fact in their tables carries the number of its evidence. */
final class EvidenceChapters {
    private static final int MOMENTS = 60;
    private static final int EXCERPTS = 12;

    private final Dossier dossier;
    private final Case content;
    private final Map<String, Integer> evidenceNumbers = new LinkedHashMap<>();

    EvidenceChapters(Dossier dossier) {
        this.dossier = dossier;
        this.content = dossier.file().content();
        Timeline.of(content)
                .forEach(moment -> evidenceNumbers.put(moment.evidence().alert(), evidenceNumbers.size() + 1));
    }

    Grid chronology() {
        List<List<String>> rows = new ArrayList<>();
        List<Moment> moments = Timeline.of(content);
        for (Moment moment : moments.subList(0, Math.min(MOMENTS, moments.size()))) {
            rows.add(List.of(
                    Written.time(moment.evidence().time(), dossier.zone()),
                    moment.evidence().description()
                            + (moment.alerts() > 1 ? " (" + moment.alerts() + " kali)" : "")
                            + titles(moment.findings()),
                    evidence(moment.evidence().alert()),
                    "Sistem (Wazuh)"));
        }
        for (Step step : dossier.steps()) {
            rows.add(List.of(Written.time(step.at(), dossier.zone()), deed(step), "Jurnal Kentongan", acted(step)));
        }
        return new Grid(List.of("Waktu", "Kejadian", "Sumber bukti", "Pelaksana"), rows);
    }

    private String acted(Step step) {
        return step.acting() + (step.acting().isEmpty() ? "" : " ") + dossier.shown(step.actor());
    }

    private static String titles(List<Text> titles) {
        return titles.isEmpty() ? "" : " – " + titles.stream().map(Text::id).collect(Collectors.joining(", "));
    }

    private static String deed(Step step) {
        return step.from().sop() + " → " + step.to().sop() + (step.note().isBlank() ? "" : ": " + step.note());
    }

    private String evidence(String alert) {
        Integer number = evidenceNumbers.get(alert);
        return number == null ? "" : "B-" + number;
    }

    List<Part> logAnalysis() {
        List<Part> parts = new ArrayList<>();
        List<List<String>> rules = new ArrayList<>();
        for (Finding finding : content.findings()) {
            rules.add(List.of(
                    finding.title().id(),
                    finding.ruleId(),
                    finding.entity(),
                    Long.toString(finding.matches()),
                    finding.reasons().stream().map(Text::id).collect(Collectors.joining("; "))));
        }
        parts.add(new Grid(List.of("Temuan", "Aturan korelasi", "Entitas", "Kecocokan", "Alasan"), rules));
        parts.add(new Facts(List.of(
                fact("Jumlah alert", Long.toString(content.alertCount())),
                fact("Menurut aturan Wazuh", counts()),
                fact(
                        "Rentang waktu",
                        Written.time(content.firstSeen(), dossier.zone()) + " sampai "
                                + Written.time(content.lastSeen(), dossier.zone())),
                fact(
                        "Kelengkapan data",
                        content.gaps().isEmpty() ? "Lengkap" : content.gaps().size() + " celah data diketahui"))));
        parts.add(excerpts());
        return parts;
    }

    private String counts() {
        return content.alertsByRule().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private Grid excerpts() {
        List<List<String>> rows = Timeline.of(content).stream()
                .limit(EXCERPTS)
                .map(moment -> List.of(
                        evidence(moment.evidence().alert()),
                        moment.evidence().ruleId() + " / " + moment.evidence().level(),
                        moment.evidence().excerpt(),
                        moment.evidence().sha256()))
                .toList();
        return new Grid(List.of("Bukti", "Aturan / level", "Kutipan log", "SHA-256"), rows);
    }

    List<Part> assessment() {
        List<List<String>> rows = dossier.results().stream()
                .map(result -> List.of(
                        result.tool(),
                        result.target(),
                        Written.time(result.startedAt(), dossier.zone()),
                        result.finding(),
                        result.cve() + (result.cvss().isBlank() ? "" : " / " + result.cvss()),
                        outcome(result.outcome())))
                .toList();
        List<Part> parts = new ArrayList<>();
        parts.add(new Grid(List.of("Instrumen", "Sasaran", "Waktu", "Temuan", "CVE / CVSS", "Hasil"), rows));
        parts.add(new Facts(List.of(
                fact("PoC (lampiran)", dossier.proofs().size() + " berkas"),
                fact("Putusan", verdict()),
                fact("Alasan putusan", reason()),
                fact("Penilaian SIEM", dossier.siemRating().sop().replace('_', ' ')))));
        return parts;
    }

    private static String outcome(id.kentongan.desk.assessment.VaResult.Outcome outcome) {
        return switch (outcome) {
            case PROVED -> "Terbukti";
            case NOT_PROVED -> "Tidak terbukti";
            case UNCLEAR -> "Belum jelas";
        };
    }

    private String verdict() {
        Verdict verdict = dossier.verdict();
        if (verdict == null) {
            return "";
        }
        return verdict.word() == Verdict.Word.FALSE_NEGATIVE
                ? "FALSE NEGATIVE (insiden nyata)"
                : "FALSE POSITIVE (bukan insiden)";
    }

    private String reason() {
        Verdict verdict = dossier.verdict();
        return verdict == null ? "" : verdict.reason();
    }

    Grid indicators() {
        List<List<String>> rows = new ArrayList<>();
        content.sourceIps().forEach(ip -> rows.add(List.of("Alamat IP asal", ip, "alert Wazuh")));
        content.users().forEach(user -> rows.add(List.of("Akun sasaran", user, "alert Wazuh")));
        return new Grid(List.of("Jenis", "Nilai", "Sumber"), rows);
    }

    Grid enclosures() {
        List<List<String>> rows = new ArrayList<>();
        dossier.proofs()
                .forEach(proof -> rows.add(
                        List.of(Integer.toString(rows.size() + 1), proof.name(), proof.note(), proof.sha256())));
        return new Grid(List.of("No", "Berkas", "Keterangan", "SHA-256"), rows);
    }
}
