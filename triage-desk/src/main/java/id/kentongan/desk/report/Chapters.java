package id.kentongan.desk.report;

import static id.kentongan.desk.report.Written.fact;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.desk.analysis.SixWords;
import id.kentongan.desk.asset.AssetCard;
import id.kentongan.desk.attack.Techniques;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.deadline.LegalClock;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Paper.Chapter;
import id.kentongan.desk.paper.Paper.Facts;
import id.kentongan.desk.paper.Paper.Grid;
import id.kentongan.desk.paper.Paper.Part;
import id.kentongan.desk.paper.Paper.Prose;
import id.kentongan.desk.people.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The chapters that several documents share; those that rest on evidence are in {@link EvidenceChapters}. */
final class Chapters {
    private final Dossier dossier;
    private final Case content;

    Chapters(Dossier dossier) {
        this.dossier = dossier;
        this.content = dossier.file().content();
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
                fact("TLP", dossier.label().label()),
                fact("Sumber temuan", source()),
                fact(
                        "Kategori (RSIT)",
                        findings.category().sop() + " (" + findings.category().rsit() + ")"),
                fact("Tingkat keparahan", Written.level(findings.severity())),
                fact("Alasan tingkat keparahan", severityReason()),
                fact("Wajib lapor (Tinggi ke atas)", Written.yes(findings.reportable()))));
    }

    private String source() {
        Tlp told = dossier.standing().sourceTlp();
        String label = told == null ? "" : " (" + told.label() + ")";
        return switch (dossier.standing().source()) {
            case "ADUAN" -> "Aduan" + label;
            case "BSSN" -> "Pemberitahuan BSSN" + label;
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
                fact("Teknik ATT&CK", Techniques.written(content.techniques()))));
    }

    String summary() {
        String written = dossier.findings().summary();
        return written.isBlank() ? content.summary().id() : written;
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

    List<Part> actions() {
        return List.of(
                new Prose(dossier.findings().actions()),
                new Facts(List.of(fact("Penanganan", dossier.words().handling()))));
    }

    /** What the law asked to tell: to whom, when, under what ticket. */
    Grid told() {
        return new Grid(
                List.of("Laporan wajib", "Dikirim", "Kepada", "Tiket"),
                dossier.legalReports().stream()
                        .map(one -> List.of(
                                obligation(one.clock()),
                                Written.minute(one.sentAt(), dossier.zone()),
                                one.recipient(),
                                one.ticket()))
                        .toList());
    }

    private static String obligation(LegalClock clock) {
        return switch (clock) {
            case IIV_REPORT -> "Lapor IIV 1x24 jam";
            case PERSONAL_DATA_NOTICE -> "Pemberitahuan data pribadi 3x24 jam";
        };
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

    String waiver() {
        return dossier.standing().waived()
                ? "Mode timKecil: satu orang memegang dua peran pada kasus ini; tercatat di jurnal."
                : "";
    }

    String foot() {
        return "Dibuat oleh sistem dari kasus " + dossier.file().number().written() + " versi data "
                + content.version() + " · " + dossier.label().label() + " · isi SHA-256 "
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
