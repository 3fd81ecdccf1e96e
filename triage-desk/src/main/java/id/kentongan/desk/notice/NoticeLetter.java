package id.kentongan.desk.notice;

import static id.kentongan.desk.report.Written.fact;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.desk.asset.AssetCard;
import id.kentongan.desk.attack.Techniques;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Paper.Chapter;
import id.kentongan.desk.paper.Paper.Facts;
import id.kentongan.desk.paper.Paper.Grid;
import id.kentongan.desk.paper.Paper.LetterHead;
import id.kentongan.desk.paper.Paper.NewPage;
import id.kentongan.desk.paper.Paper.Part;
import id.kentongan.desk.paper.Paper.Points;
import id.kentongan.desk.paper.Paper.Prose;
import id.kentongan.desk.paper.Paper.Signature;
import id.kentongan.desk.paper.Paper.Signatures;
import id.kentongan.desk.people.Person;
import id.kentongan.desk.received.Sieve;
import id.kentongan.desk.report.Advice;
import id.kentongan.desk.report.DocumentKind;
import id.kentongan.desk.report.Dossier;
import id.kentongan.desk.report.Findings;
import id.kentongan.desk.report.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Surat Pemberitahuan Insiden Siber kepada PSE, with its two enclosures. Facts from the PSE's own alerts and assets always
 * stand in it; every text that a person wrote goes through the sieve of what others told.
 */
final class NoticeLetter {
    private static final String NO_DATE = "........................";

    private final Dossier dossier;
    private final Letter letter;
    private final Sieve sieve;

    private NoticeLetter(Dossier dossier, Letter letter, Sieve sieve) {
        this.dossier = dossier;
        this.letter = letter;
        this.sieve = sieve;
    }

    /** The letter; {@code sieve} knows afterwards what was left out of it. */
    static Paper of(Dossier dossier, Letter letter, Sieve sieve) {
        return new NoticeLetter(dossier, letter, sieve).paper();
    }

    private Paper paper() {
        List<Part> parts = new ArrayList<>();
        parts.add(head());
        parts.add(new Prose(opening()));
        parts.add(new Points(points()));
        parts.add(new Prose("Demikian untuk menjadi perhatian dan ditindaklanjuti. Atas kerja samanya disampaikan"
                + " terima kasih."));
        parts.add(signature());
        parts.add(new Prose("Tembusan:\n" + numbered(copies())));
        parts.add(new NewPage());
        parts.addAll(technicalSummary());
        parts.add(new NewPage());
        parts.addAll(replyForm());
        String number = dossier.file().number().written();
        return new Paper(
                DocumentKind.NOTICE_LETTER.file() + "-" + number,
                "Pemberitahuan Insiden Siber",
                false,
                List.of(),
                parts,
                null,
                "Dibuat oleh sistem dari kasus " + number + " · "
                        + dossier.findings().tlp().label());
    }

    private LetterHead head() {
        int year = dossier.now().atZone(dossier.zone()).getYear();
        String dated = letter.dated() == null ? NO_DATE : Written.day(letter.dated());
        String city = dossier.office().city().isBlank()
                ? Paper.NOTHING
                : dossier.office().city();
        return new LetterHead(
                city + ", " + dated,
                List.of(
                        fact(
                                "Nomor",
                                letter.number().isBlank() ? dossier.office().blankNumber(year) : letter.number()),
                        fact("Sifat", letter.nature()),
                        fact("Lampiran", letter.enclosures()),
                        fact("Hal", "Pemberitahuan Insiden Siber pada Sistem " + system())),
                List.of(
                        "Yth. " + (letter.addressee().isBlank() ? Paper.NOTHING : letter.addressee()),
                        "di " + (letter.place().isBlank() ? Paper.NOTHING : letter.place())));
    }

    private String system() {
        AssetCard asset = dossier.asset();
        String host = dossier.file().content().asset().agentName();
        return asset.system().isBlank() ? (host == null ? Paper.NOTHING : host) : asset.system();
    }

    private String opening() {
        String sop = dossier.office().sop().isBlank()
                ? "SOP penanganan insiden siber"
                : dossier.office().sop();
        return "Berdasarkan " + sop + " dan Laporan Insiden Siber kasus "
                + dossier.file().number().written() + " tanggal " + ratifiedOn()
                + ", bersama ini diberitahukan hal-hal sebagai berikut:";
    }

    private String ratifiedOn() {
        Instant ratified = dossier.lastTime(Move.RATIFY);
        return ratified == null ? NO_DATE : Written.day(ratified, dossier.zone());
    }

    private List<String> points() {
        Case content = dossier.file().content();
        Findings findings = dossier.findings();
        List<String> points = new ArrayList<>();
        points.add("Waktu kejadian dan temuan: " + span(content) + ", ditemukan "
                + Written.time(dossier.file().firstReceived(), dossier.zone()) + ".");
        points.add("Sistem: " + system() + "; URL " + dash(dossier.asset().url()) + "; alamat IP "
                + dash(content.asset().agentIp()) + ".");
        points.add("Jenis dan tingkat: " + findings.category().sop() + ", tingkat " + Written.level(findings.severity())
                + ".");
        points.add("Ringkasan: "
                + dash(sieve.let(
                        "report.summary",
                        findings.summary().isBlank() ? content.summary().id() : findings.summary())));
        points.add("Dampak: " + impact(findings));
        points.add("Tindakan TTIS: " + dash(sieve.let("report.actions", findings.actions())));
        points.add("Langkah yang diminta: " + asked());
        points.add("Mohon tidak menghapus bukti (berkas, log, akun) dan tidak memulihkan sistem sebelum salinan bukti"
                + " dibuat bersama TTIS.");
        points.add("Narahubung: " + contact() + ".");
        if (dossier.asset().personalData()) {
            points.add("Sistem memuat data pribadi. Bila terjadi kegagalan pelindungan data pribadi, pengendali data"
                    + " wajib memberitahukan secara tertulis paling lambat 3x24 jam (UU 27/2022 pasal 46).");
        }
        return points;
    }

    /** Of a case without alerts of its own, the time is what others told. */
    private String span(Case content) {
        return content.findings().isEmpty()
                        && sieve.holds(dossier.file().number().written())
                ? Paper.NOTHING
                : Written.time(content.firstSeen(), dossier.zone()) + " sampai "
                        + Written.time(content.lastSeen(), dossier.zone());
    }

    private String impact(Findings findings) {
        List<String> harmed = Stream.of(
                        findings.confidentiality() ? "kerahasiaan" : "",
                        findings.integrity() ? "keutuhan" : "",
                        findings.availability() ? "ketersediaan" : "")
                .filter(one -> !one.isEmpty())
                .toList();
        String said = String.join(
                "; ",
                Stream.of(
                                sieve.let("report.service", findings.serviceImpact()),
                                sieve.let("report.data", findings.dataImpact()),
                                sieve.let("report.public", findings.publicImpact()))
                        .filter(one -> !one.isBlank())
                        .toList());
        String aspects = harmed.isEmpty() ? "" : String.join(", ", harmed) + " terdampak. ";
        return dash(aspects + said);
    }

    private String asked() {
        String due = letter.askedDue() == null ? "" : " Batas waktu: " + Written.day(letter.askedDue()) + ".";
        return dash(sieve.let("letter.asked", letter.asked()).replace("\n", "; ")) + "." + due;
    }

    private String contact() {
        Person author = dossier.author();
        String phone =
                author == null || author.phone().isBlank() ? dossier.office().phone() : author.phone();
        String mail =
                author == null || author.mail().isBlank() ? dossier.office().mail() : author.mail();
        return (author == null ? Paper.NOTHING : author.shownName()) + ", telepon " + dash(phone) + ", surel "
                + dash(mail);
    }

    private Signatures signature() {
        Person head = dossier.ratifier();
        return new Signatures(List.of(
                head == null
                        ? new Signature("", "", "", "", "")
                        : new Signature("", head.shownPost(), head.shownName(), head.nip(), "")));
    }

    private List<String> copies() {
        List<String> copies = new ArrayList<>(letter.copies()
                .lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList());
        if (dossier.findings().reportable()) {
            dossier.office().alwaysCopied().stream()
                    .filter(one -> !copies.contains(one))
                    .forEach(copies::add);
        }
        return copies;
    }

    private List<Part> technicalSummary() {
        Case content = dossier.file().content();
        List<Part> parts = new ArrayList<>();
        parts.add(new Chapter("Lampiran 1. Ringkasan teknis dan indikator ("
                + dossier.findings().tlp().label() + ")"));
        parts.add(new Facts(List.of(
                fact("Nomor kasus", dossier.file().number().written()),
                fact(
                        "Bentuk serangan",
                        sieve.let("analysis.form", dossier.words().attackForm())),
                fact("Teknik ATT&CK", Techniques.written(content.techniques())),
                fact("Celah", sieve.let("analysis.gap", dossier.words().gap())),
                fact(
                        "Mitigasi",
                        sieve.let("analysis.mitigation", dossier.words().mitigation())))));
        parts.add(new Grid(
                List.of("Temuan", "Pertama terlihat", "Terakhir terlihat", "Kecocokan"),
                content.findings().stream().map(this::row).toList()));
        List<List<String>> indicators = new ArrayList<>();
        content.sourceIps().forEach(ip -> indicators.add(List.of("Alamat IP asal", ip)));
        content.users().forEach(user -> indicators.add(List.of("Akun sasaran", user)));
        parts.add(new Grid(List.of("Indikator", "Nilai"), indicators));
        Findings findings = dossier.findings();
        parts.add(new Grid(
                List.of("Jangka", "Rekomendasi", "Tenggat"),
                List.of(
                        advice("Segera", "report.now", findings.atOnce()),
                        advice("Jangka pendek", "report.soon", findings.soon()),
                        advice("Pencegahan", "report.later", findings.later()))));
        return parts;
    }

    private List<String> row(Finding finding) {
        return List.of(
                finding.title().id(),
                Written.time(finding.first(), dossier.zone()),
                Written.time(finding.last(), dossier.zone()),
                Long.toString(finding.matches()));
    }

    private List<String> advice(String term, String field, Advice advice) {
        return List.of(term, sieve.let(field, advice.text()), Written.day(advice.due()));
    }

    private List<Part> replyForm() {
        String line = ".".repeat(60);
        return List.of(
                new Chapter("Lampiran 2. Formulir Tindak Lanjut (diisi oleh PSE dan dikembalikan ke TTIS)"),
                new Facts(List.of(
                        fact("Nomor kasus", dossier.file().number().written()),
                        fact("Sistem", system()),
                        fact("Diterima oleh", line),
                        fact("Tanggal diterima", line))),
                new Grid(
                        List.of("Tindakan", "Tanggal selesai", "Bukti", "Kendala"),
                        Collections.nCopies(6, List.of("\u00a0", "\u00a0", "\u00a0", "\u00a0"))),
                new Facts(List.of(
                        fact("Kesimpulan PSE", line), fact("Nama dan jabatan", line), fact("Tanda tangan", line))));
    }

    private static String numbered(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(i + 1).append(". ").append(lines.get(i)).append('\n');
        }
        return lines.isEmpty() ? Paper.NOTHING : text.toString();
    }

    private static String dash(@Nullable String text) {
        return text == null || text.isBlank() ? Paper.NOTHING : text.strip();
    }
}
