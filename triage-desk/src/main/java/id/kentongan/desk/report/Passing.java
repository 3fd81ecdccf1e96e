package id.kentongan.desk.report;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Press;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the documents of a case as they are at the moment when somebody passes them on. */
@Service
public class Passing {
    private final Dossiers dossiers;
    private final Documents documents;
    private final Press press;
    private final Journal journal;

    Passing(Dossiers dossiers, Documents documents, Press press, Journal journal) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.press = press;
        this.journal = journal;
    }

    /** After the move was made, in its transaction: the signatures in the document are those of this moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String number, StageName left, String occasion, String by) {
        Dossier dossier = dossiers.of(number);
        if (left == StageName.WORK_REPORT) {
            keep(dossier, DocumentKind.WORK_REPORT, WorkReport.of(dossier), occasion, by);
            return;
        }
        keep(dossier, DocumentKind.INCIDENT_REPORT, IncidentReport.of(dossier), occasion, by);
        keep(dossier, DocumentKind.INCIDENT_FORM, IncidentForm.of(dossier), occasion, by);
    }

    /** Pemberitahuan Awal: the form as far as it is known, before the report is written. Changes no stage. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void earlyNotice(String number, String by) {
        Dossier dossier = dossiers.of(number);
        keep(dossier, DocumentKind.INCIDENT_FORM, IncidentForm.of(dossier), "EARLY_NOTICE", by);
    }

    private void keep(Dossier dossier, DocumentKind kind, Paper paper, String occasion, String by) {
        String sha256 =
                documents.keep(dossier.file().content().id(), kind, occasion, press.pdf(paper), by, dossier.now());
        journal.write(
                by,
                Role.ANALYST.name(),
                "DOCUMENT_KEPT",
                dossier.file().number().written(),
                kind.name() + " " + occasion + " sha256 " + sha256);
    }
}
