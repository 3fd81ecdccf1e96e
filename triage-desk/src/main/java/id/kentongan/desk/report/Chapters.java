package id.kentongan.desk.report;

import static id.kentongan.desk.report.Written.fact;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Text;
import id.kentongan.desk.analysis.SixWords;
import id.kentongan.desk.assessment.Verdict;
import id.kentongan.desk.asset.AssetCard;
import id.kentongan.desk.casefile.Moment;
import id.kentongan.desk.casefile.Timeline;
import id.kentongan.desk.course.Step;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Paper.Chapter;
import id.kentongan.desk.paper.Paper.Facts;
import id.kentongan.desk.paper.Paper.Grid;
import id.kentongan.desk.paper.Paper.Part;
import id.kentongan.desk.paper.Paper.Prose;
import id.kentongan.desk.people.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The chapters that several documents share. Every fact in a table carries the number of its evidence. */
final class Chapters {
    private static final int MOMENTS = 60;
    private static final int EXCERPTS = 12;

    private final Dossier dossier;
    private final Case content;
    private final Map<String, Integer> evidenceNumbers = new LinkedHashMap<>();

    Chapters(Dossier dossier) {
        this.dossier = dossier;
        this.content = dossier.file().content();
        Timeline.of(content)
                .forEach(moment -> evidenceNumbers.put(moment.evidence().alert(), evidenceNumbers.size() + 1));
    }

    Facts general() {
        Findings findings = dossier.findings();
        return new Facts(List.of(
                fact(
                        "Nomor laporan",
                        dossier.office()
                                .blankNumber(
                                        dossier.now().atZone(dossier.zone()).getYear())),
                fact("Tanggal laporan", Written.day(dossier.now(), dossier.zone())),
                fact("Nomor kasus", dossier.file().number().written()),
                fact("Sifat", findings.nature().sop()),
                fact("TLP", findings.tlp().label()),
                fact("Sumber temuan", source()),
                fact(
                        "Kategori (RSIT)",
                        findings.category().sop() + " (" + findings.category().rsit() + ")"),
                fact("Tingkat keparahan", Written.level(findings.severity())),
                fact("Alasan tingkat keparahan", severityReason()),
                fact("Wajib lapor (Tinggi ke atas)", Written.yes(findings.reportable()))));
    }

    private String source() {
        return switch (dossier.standing().source()) {
            case "ADUAN" -> "Aduan";
            case "BSSN" -> "Pemberitahuan BSSN";
            case "MANUAL" -> "Temuan petugas";
            default -> "Korelasi alert Wazuh (" + rules() + ")";
        };
    }

    private String severityReason() {
        Findings findings = dossier.findings();
        if (!findings.severityReason().isBlank()) {
            return findings.severityReason();
        }
        return findings.severity() == content.severity() ? "Sesuai penilaian aturan korelasi" : "";
    }

    Facts reporter() {
        Person author = dossier.author();
        return new Facts(List.of(
                fact("Nama tim", dossier.office().team()),
                fact("Nama analis", author == null ? "" : author.shownName()),
                fact("Jabatan", author == null ? "" : author.shownPost()),
                fact(
                        "Telepon",
                        author == null || author.phone().isBlank()
                                ? dossier.office().phone()
                                : author.phone()),
                fact(
                        "Surel",
                        author == null || author.mail().isBlank()
                                ? dossier.office().mail()
                                : author.mail())));
    }

    Facts system() {
        AssetCard asset = dossier.asset();
        String name = content.asset().agentName();
        return new Facts(List.of(
                fact("Nama sistem", asset.system()),
                fact(
                        "Nama host (agen Wazuh)",
                        (name == null ? "" : name + " ") + "(" + content.asset().agentId() + ")"),
                fact("URL", asset.url()),
                fact("Alamat IP", content.asset().agentIp()),
                fact("PSE/OPD pemilik", asset.pse()),
                fact("Penanggung jawab", asset.keeper()),
                fact("Kritikalitas", criticality(asset)),
                fact("Infrastruktur Informasi Vital (IIV)", Written.yes(asset.iiv())),
                fact("Memuat data pribadi", Written.yes(asset.personalData()))));
    }

    private static String criticality(AssetCard asset) {
        return switch (asset.criticality()) {
            case ORDINARY -> "Biasa";
            case IMPORTANT -> "Penting";
            case CRITICAL -> "Kritis";
        };
    }

    Facts description() {
        SixWords words = dossier.words();
        return new Facts(List.of(
                fact("Ringkasan", summary()),
                fact("Bentuk serangan", words.attackForm()),
                fact("Skema", words.scheme()),
                fact("Teknik ATT&CK", String.join(", ", content.techniques()))));
    }

    String summary() {
        String written = dossier.findings().summary();
        return written.isBlank() ? content.summary().id() : written;
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
                fact("Penilaian SIEM", dossier.siemRating().sop()))));
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

    Facts causes() {
        return new Facts(List.of(
                fact("Penyebab", dossier.words().cause()),
                fact("Celah kerentanan", dossier.words().gap())));
    }

    Facts impact() {
        Findings findings = dossier.findings();
        return new Facts(List.of(
                fact("Kerahasiaan", Written.harmed(findings.confidentiality())),
                fact("Keutuhan", Written.harmed(findings.integrity())),
                fact("Ketersediaan", Written.harmed(findings.availability())),
                fact("Layanan", findings.serviceImpact()),
                fact("Data", findings.dataImpact()),
                fact("Masyarakat", findings.publicImpact())));
    }

    Grid indicators() {
        List<List<String>> rows = new ArrayList<>();
        content.sourceIps().forEach(ip -> rows.add(List.of("Alamat IP asal", ip, "alert Wazuh")));
        content.users().forEach(user -> rows.add(List.of("Akun sasaran", user, "alert Wazuh")));
        return new Grid(List.of("Jenis", "Nilai", "Sumber"), rows);
    }

    List<Part> actions() {
        return List.of(
                new Prose(dossier.findings().actions()),
                new Facts(List.of(fact("Penanganan", dossier.words().handling()))));
    }

    Grid advice() {
        Findings findings = dossier.findings();
        return new Grid(
                List.of("Jangka", "Rekomendasi", "Penanggung jawab", "Tenggat"),
                List.of(
                        row("Segera", findings.atOnce()),
                        row("Jangka pendek", findings.soon()),
                        row("Pencegahan", findings.later())));
    }

    private static List<String> row(String term, Advice advice) {
        return List.of(term, advice.text(), advice.owner(), Written.day(advice.due()));
    }

    Grid enclosures() {
        List<List<String>> rows = new ArrayList<>();
        dossier.proofs()
                .forEach(proof -> rows.add(
                        List.of(Integer.toString(rows.size() + 1), proof.name(), proof.note(), proof.sha256())));
        return new Grid(List.of("No", "Berkas", "Keterangan", "SHA-256"), rows);
    }

    String waiver() {
        return dossier.standing().waived()
                ? "Mode timKecil: satu orang memegang dua peran pada kasus ini; tercatat di jurnal."
                : "";
    }

    String foot() {
        return "Dibuat oleh sistem dari kasus " + dossier.file().number().written() + " versi data "
                + content.version() + " · " + dossier.findings().tlp().label() + " · isi SHA-256 "
                + fingerprint();
    }

    /** Of what the document is made from, not of its file: a file cannot hold its own hash. */
    private String fingerprint() {
        String whole = String.valueOf(new HashMap<>(Map.of(
                        "case", content.id() + "#" + content.version(),
                        "words", dossier.words().toString(),
                        "results", dossier.results().toString(),
                        "proofs", dossier.proofs().toString(),
                        "findings", dossier.findings().toString(),
                        "asset", dossier.asset().toString()))
                .entrySet().stream().sorted(Map.Entry.comparingByKey()).toList());
        return id.kentongan.desk.assessment.Assessments.sha256(whole.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 32);
    }

    private String rules() {
        return content.findings().stream().map(Finding::ruleId).distinct().collect(Collectors.joining(", "));
    }

    static void chapter(List<Part> parts, String title, Part... under) {
        parts.add(new Chapter(title));
        parts.addAll(List.of(under));
    }

    static Paper.Fact head(String label, String value) {
        return new Paper.Fact(label, value);
    }
}
