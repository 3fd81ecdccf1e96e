package id.kentongan.desk.report;

import static id.kentongan.desk.report.Chapters.chapter;

import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Paper.Part;
import id.kentongan.desk.paper.Paper.Signatures;
import java.util.ArrayList;
import java.util.List;

/** Formulir Laporan Insiden: chapters A to D, I and K on one page; also the Pemberitahuan Awal. */
public final class IncidentForm {
    private IncidentForm() {}

    public static Paper of(Dossier dossier) {
        Chapters chapters = new Chapters(dossier);
        List<Part> parts = new ArrayList<>();
        chapter(parts, "A. Informasi umum", chapters.general());
        chapter(parts, "B. Pelapor dan kontak", chapters.reporter());
        chapter(parts, "C. Sistem terdampak", chapters.system());
        chapter(parts, "D. Deskripsi insiden", chapters.description());
        chapter(parts, "I. Dampak", chapters.impact());
        chapter(parts, "K. Tindakan yang telah dilakukan", chapters.actions().toArray(Part[]::new));
        parts.add(new Signatures(
                List.of(Written.signature("Pelapor", dossier.author(), dossier.lastTime(Move.SEND), dossier.zone()))));
        return new Paper(
                DocumentKind.INCIDENT_FORM.file() + "-"
                        + dossier.file().number().written(),
                "FORMULIR LAPORAN INSIDEN",
                true,
                List.of(Chapters.head(
                        "Kasus",
                        dossier.file().number().written() + " – "
                                + dossier.file().content().title().id())),
                parts,
                dossier.label(),
                chapters.foot());
    }
}
