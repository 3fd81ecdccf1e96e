package id.kentongan.desk.report;

import static id.kentongan.desk.report.Chapters.chapter;
import static id.kentongan.desk.report.Written.fact;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Text;
import id.kentongan.desk.assessment.Verdict;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.course.Step;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Paper.Facts;
import id.kentongan.desk.paper.Paper.Grid;
import id.kentongan.desk.paper.Paper.Part;
import id.kentongan.desk.paper.Paper.Prose;
import id.kentongan.desk.paper.Paper.Signatures;
import id.kentongan.desk.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Laporan Kerja: what was checked and why it was no incident. */
public final class WorkReport {
    private WorkReport() {}

    public static Paper of(Dossier dossier) {
        Chapters chapters = new Chapters(dossier);
        EvidenceChapters evidence = new EvidenceChapters(dossier);
        List<Part> parts = new ArrayList<>();
        parts.add(general(dossier));
        chapter(parts, "Sistem yang diperiksa", chapters.system());
        chapter(parts, "Pemicu", trigger(dossier));
        chapter(parts, "Langkah pemeriksaan dan waktu", steps(dossier));
        chapter(
                parts,
                "Hasil vulnerability assessment dan putusan",
                evidence.assessment().toArray(Part[]::new));
        chapter(parts, "Golongan sebab", new Prose(cause(dossier)));
        chapter(parts, "Tindak lanjut", new Prose(dossier.findings().atOnce().text()));
        chapter(parts, "Kesimpulan", new Prose(dossier.findings().summary()));
        parts.add(new Signatures(List.of(
                Written.signature("Disusun oleh", dossier.author(), dossier.lastTime(Move.SEND), dossier.zone()),
                Written.signature(
                        "Diketahui oleh", dossier.verifier(), dossier.lastTime(Move.ACKNOWLEDGE), dossier.zone()))));
        return new Paper(
                DocumentKind.WORK_REPORT.file() + "-" + dossier.file().number().written(),
                "LAPORAN KERJA",
                true,
                List.of(Chapters.head(
                        "Kasus",
                        dossier.file().number().written() + " – "
                                + dossier.file().content().title().id())),
                parts,
                dossier.label(),
                chapters.foot());
    }

    private static Facts general(Dossier dossier) {
        Person author = dossier.author();
        int year = dossier.now().atZone(dossier.zone()).getYear();
        return new Facts(List.of(
                fact("Nomor", dossier.office().blankNumber(year)),
                fact("Tanggal", Written.day(dossier.now(), dossier.zone())),
                fact("Pelaksana", author == null ? "" : author.shownName()),
                fact("Dasar", dossier.office().sop())));
    }

    private static Facts trigger(Dossier dossier) {
        List<Finding> findings = dossier.file().content().findings();
        return new Facts(List.of(
                fact("Aturan", findings.stream().map(Finding::ruleId).distinct().collect(Collectors.joining(", "))),
                fact(
                        "Alasan",
                        findings.stream()
                                .flatMap(finding -> finding.reasons().stream())
                                .map(Text::id)
                                .collect(Collectors.joining("; "))),
                fact("Jumlah alert", Long.toString(dossier.file().content().alertCount()))));
    }

    private static Grid steps(Dossier dossier) {
        List<List<String>> rows = dossier.steps().stream()
                .map(step -> List.of(
                        step.from().sop(),
                        Written.minute(step.at(), dossier.zone()),
                        minutes(step),
                        dossier.shown(step.actor()),
                        step.note()))
                .toList();
        return new Grid(List.of("Langkah", "Selesai", "Waktu kerja", "Pelaksana", "Catatan"), rows);
    }

    private static String minutes(Step step) {
        long waited = step.waited().toMinutes();
        return step.work().toMinutes() + " menit" + (waited == 0 ? "" : ", menunggu " + waited + " menit");
    }

    private static String cause(Dossier dossier) {
        Verdict verdict = dossier.verdict();
        if (verdict == null) {
            return "";
        }
        return switch (verdict.cause()) {
            case NONE -> "";
            case OWN_SCANNER -> "Pemindai sendiri";
            case MAINTENANCE -> "Pemeliharaan";
            case CONFIGURATION -> "Konfigurasi";
            case ORDINARY_BEHAVIOUR -> "Perilaku wajar";
            case RULE_TOO_WIDE -> "Aturan terlalu luas";
        };
    }
}
