package id.kentongan.desk.report;

import static id.kentongan.desk.report.Chapters.chapter;

import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Paper.Part;
import id.kentongan.desk.paper.Paper.Prose;
import id.kentongan.desk.paper.Paper.Signatures;
import java.util.ArrayList;
import java.util.List;

/** Laporan Insiden Siber, chapters A to O. */
public final class IncidentReport {
    private IncidentReport() {}

    public static Paper of(Dossier dossier) {
        Chapters chapters = new Chapters(dossier);
        EvidenceChapters evidence = new EvidenceChapters(dossier);
        List<Part> parts = new ArrayList<>();
        chapter(parts, "A. Informasi umum", chapters.general());
        chapter(parts, "B. Pelapor dan kontak", chapters.reporter());
        chapter(parts, "C. Sistem terdampak", chapters.system());
        chapter(parts, "D. Deskripsi insiden", chapters.description());
        chapter(parts, "E. Kronologi", evidence.chronology());
        chapter(parts, "F. Hasil analisis log", evidence.logAnalysis().toArray(Part[]::new));
        chapter(
                parts,
                "G. Hasil vulnerability assessment",
                evidence.assessment().toArray(Part[]::new));
        chapter(parts, "H. Penyebab dan celah", chapters.causes());
        chapter(parts, "I. Dampak", chapters.impact());
        chapter(parts, "J. Indikator (IoC)", evidence.indicators());
        chapter(parts, "K. Tindakan yang telah dilakukan", chapters.actions().toArray(Part[]::new));
        parts.add(chapters.told());
        chapter(
                parts,
                "L. Rekomendasi mitigasi",
                chapters.advice(),
                new Prose(dossier.words().mitigation()));
        chapter(parts, "M. Pelajaran", new Prose(dossier.findings().lessons()));
        chapter(parts, "N. Lampiran", evidence.enclosures());
        chapter(parts, "O. Lembar pengesahan", signatures(dossier, chapters).toArray(Part[]::new));
        return new Paper(
                DocumentKind.INCIDENT_REPORT.file() + "-"
                        + dossier.file().number().written(),
                "LAPORAN INSIDEN SIBER",
                false,
                List.of(
                        Chapters.head(
                                "Kasus",
                                dossier.file().number().written() + " – "
                                        + dossier.file().content().title().id()),
                        Chapters.head("Versi", Integer.toString(dossier.version())),
                        Chapters.head(
                                "Klasifikasi",
                                dossier.findings().nature().sop() + ", "
                                        + dossier.label().label())),
                parts,
                dossier.label(),
                chapters.foot());
    }

    private static List<Part> signatures(Dossier dossier, Chapters chapters) {
        List<Part> parts = new ArrayList<>();
        if (!chapters.waiver().isEmpty()) {
            parts.add(new Prose(chapters.waiver()));
        }
        parts.add(new Signatures(List.of(
                Written.signature("Disusun oleh", dossier.author(), dossier.lastTime(Move.SEND), dossier.zone()),
                Written.signature(
                        "Diverifikasi oleh", dossier.verifier(), dossier.lastTime(Move.VERIFY), dossier.zone()),
                Written.signature(
                        "Disahkan oleh", dossier.ratifier(), dossier.lastTime(Move.RATIFY), dossier.zone()))));
        return parts;
    }
}
