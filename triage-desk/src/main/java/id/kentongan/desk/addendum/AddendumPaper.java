package id.kentongan.desk.addendum;

import static id.kentongan.desk.report.Written.fact;

import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Paper.Chapter;
import id.kentongan.desk.paper.Paper.Fact;
import id.kentongan.desk.paper.Paper.Facts;
import id.kentongan.desk.paper.Paper.Part;
import id.kentongan.desk.paper.Paper.Prose;
import id.kentongan.desk.paper.Paper.Signature;
import id.kentongan.desk.paper.Paper.Signatures;
import id.kentongan.desk.people.Person;
import id.kentongan.desk.report.DocumentKind;
import id.kentongan.desk.report.Documents.Kept;
import id.kentongan.desk.report.Dossier;
import id.kentongan.desk.report.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addendum: which document it corrects, known by its number and hash, in what, and why. */
final class AddendumPaper {
    /** Who signs; null until then. */
    record Signers(
            @Nullable Person author,
            @Nullable Person verifier,
            @Nullable Person ratifier) {}

    private AddendumPaper() {}

    static Paper of(Dossier dossier, Kept document, Addendum addendum, Signers signers) {
        String number = dossier.file().number().written();
        String title = document.kind().title();
        boolean letter = document.kind() == DocumentKind.NOTICE_LETTER;
        Tlp label = letter ? dossier.findings().tlp() : dossier.label();
        List<Part> parts = new ArrayList<>();
        parts.add(new Chapter("A. Dokumen yang dikoreksi"));
        parts.add(new Facts(List.of(
                fact("Dokumen", title + ", versi " + document.version()),
                fact("Nomor dokumen", numberOf(dossier, document, addendum)),
                fact("Dibekukan pada", Written.time(document.at(), dossier.zone())),
                fact("SHA-256", document.sha256()),
                fact("Nomor kasus", number))));
        parts.add(new Prose("Dokumen tersebut tetap berlaku dan tidak diubah. Addendum ini dibaca bersamanya."));
        parts.add(new Chapter("B. Yang dikoreksi"));
        parts.add(new Prose(addendum.corrected()));
        parts.add(new Chapter("C. Alasan"));
        parts.add(new Prose(addendum.reason()));
        parts.add(new Chapter("D. Lembar pengesahan"));
        if (addendum.waived()) {
            parts.add(new Prose("Mode timKecil: satu orang memegang dua peran pada addendum ini; tercatat di jurnal."));
        }
        parts.add(new Signatures(signatures(dossier, document, addendum, signers)));
        return new Paper(
                name(document.kind(), document.version(), addendum.number()) + "-" + number,
                "ADDENDUM " + addendum.number() + " ATAS " + title.toUpperCase(Locale.ROOT),
                false,
                List.of(
                        new Fact(
                                "Nomor",
                                dossier.office()
                                        .blankNumber(dossier.now()
                                                .atZone(dossier.zone())
                                                .getYear())),
                        new Fact("Tanggal", Written.day(dossier.now(), dossier.zone())),
                        new Fact("Kasus", caseOf(dossier, document)),
                        new Fact("Klasifikasi", dossier.findings().nature().sop() + ", " + label.label())),
                parts,
                letter ? null : label,
                "Dibuat oleh sistem dari kasus " + number + " · addendum " + addendum.number() + " · "
                        + label.label() + " · dokumen SHA-256 "
                        + document.sha256().substring(0, 32));
    }

    /** The title may be what others told; with a letter it would leave the house. */
    private static String caseOf(Dossier dossier, Kept document) {
        String number = dossier.file().number().written();
        return document.kind() == DocumentKind.NOTICE_LETTER
                ? number
                : number + " – " + dossier.file().content().title().id();
    }

    /** Name of the file, without ending and case number. */
    static String name(DocumentKind kind, int version, int number) {
        return "addendum-" + number + "-" + kind.file() + "-v" + version;
    }

    private static String numberOf(Dossier dossier, Kept document, Addendum addendum) {
        return addendum.documentNumber().isBlank()
                ? dossier.office()
                        .blankNumber(document.at().atZone(dossier.zone()).getYear())
                : addendum.documentNumber();
    }

    private static List<Signature> signatures(Dossier dossier, Kept document, Addendum addendum, Signers signers) {
        Signature author = Written.signature("Disusun oleh", signers.author(), addendum.sentAt(), dossier.zone());
        if (document.kind() == DocumentKind.WORK_REPORT) {
            return List.of(
                    author,
                    Written.signature("Diketahui oleh", signers.verifier(), addendum.verifiedAt(), dossier.zone()));
        }
        return List.of(
                author,
                Written.signature("Diverifikasi oleh", signers.verifier(), addendum.verifiedAt(), dossier.zone()),
                Written.signature("Disahkan oleh", signers.ratifier(), addendum.ratifiedAt(), dossier.zone()));
    }
}
