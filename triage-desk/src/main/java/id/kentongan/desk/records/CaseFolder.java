package id.kentongan.desk.records;

import id.kentongan.desk.addendum.Addenda;
import id.kentongan.desk.assessment.Assessments;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.journal.Entry;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.received.Labels;
import id.kentongan.desk.report.Documents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Dokumentasi Insiden: everything of one case in a zip file, with the SHA-256 of each in {@code MANIFEST.txt}, under the case's label. */
@Component
class CaseFolder {
    private final Archive archive;
    private final Documents documents;
    private final Addenda addenda;
    private final Assessments assessments;
    private final Journal journal;
    private final Labels labels;

    CaseFolder(
            Archive archive,
            Documents documents,
            Addenda addenda,
            Assessments assessments,
            Journal journal,
            Labels labels) {
        this.archive = archive;
        this.documents = documents;
        this.addenda = addenda;
        this.assessments = assessments;
        this.journal = journal;
        this.labels = labels;
    }

    byte[] of(CaseFile file) {
        Map<String, byte[]> contents = contents(file);
        Tlp label = labels.of(file.content().id());
        String manifest = "# " + label.label() + "\n"
                + contents.entrySet().stream()
                        .map(one -> Assessments.sha256(one.getValue()) + "  " + one.getKey() + "\n")
                        .collect(Collectors.joining());
        contents.put("MANIFEST.txt", manifest.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment(label.label());
            for (Map.Entry<String, byte[]> one : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    /** Names are made here; none comes from an upload. */
    private Map<String, byte[]> contents(CaseFile file) {
        String id = file.content().id();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        archive.record(id).ifPresent(json -> contents.put("kasus.json", json.getBytes(StandardCharsets.UTF_8)));
        documents
                .all(id)
                .forEach(kept -> documents
                        .content(id, kept.id())
                        .ifPresent(pdf -> contents.put(
                                "dokumen/" + kept.kind().file() + "-v" + kept.version() + "-"
                                        + kept.stage().toLowerCase(Locale.ROOT) + ".pdf",
                                pdf)));
        addenda.files(id).forEach((name, pdf) -> contents.put("dokumen/" + name, pdf));
        assessments
                .proofs(id)
                .forEach(proof -> assessments
                        .content(id, proof.id())
                        .ifPresent(bytes -> contents.put(
                                "poc/" + proof.id() + "." + proof.kind().name().toLowerCase(Locale.ROOT), bytes)));
        contents.put("jurnal.txt", deeds(file).getBytes(StandardCharsets.UTF_8));
        return contents;
    }

    private String deeds(CaseFile file) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : journal.about(file.number().written())) {
            text.append(entry.seq())
                    .append(' ')
                    .append(entry.at())
                    .append(' ')
                    .append(entry.actor())
                    .append(' ')
                    .append(entry.role())
                    .append(' ')
                    .append(entry.deed())
                    .append(' ')
                    .append(entry.detail().replaceAll("\\p{Cntrl}", " "))
                    .append(' ')
                    .append(entry.hash())
                    .append('\n');
        }
        return text.toString();
    }
}
