package id.kentongan.desk.report;

import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.page.Download;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Press;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * A case's documents: as they would be now, or as they were when somebody passed them on. What was ratified is the PDF
 * that was kept; there is no other form of it.
 */
@Controller
@RequestMapping("/cases/{number}/documents")
class DocumentController {
    private final CaseHeads heads;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Press press;

    DocumentController(CaseHeads heads, Dossiers dossiers, Documents documents, Press press) {
        this.heads = heads;
        this.dossiers = dossiers;
        this.documents = documents;
        this.press = press;
    }

    @GetMapping("/{slug}")
    ResponseEntity<byte[]> draft(
            @PathVariable String number, @PathVariable String slug, @RequestParam(defaultValue = "pdf") String as) {
        DocumentKind kind = DocumentKind.of(slug).orElseThrow(DocumentController::missing);
        Dossier dossier = dossiers.of(number);
        Optional<byte[]> frozen = frozen(dossier, kind);
        if (frozen.isPresent()) {
            if (as.equals("docx")) {
                throw missing();
            }
            return Download.pdf(kind.file() + "-" + number, frozen.get());
        }
        Paper paper = switch (kind) {
            case INCIDENT_REPORT -> IncidentReport.of(dossier);
            case INCIDENT_FORM -> IncidentForm.of(dossier);
            case WORK_REPORT -> WorkReport.of(dossier);
            case NOTICE_LETTER -> throw missing();
        };
        return press.answer(paper, as);
    }

    /** Once ratified or acknowledged, a document is what was kept then, whatever the case says by now. */
    private Optional<byte[]> frozen(Dossier dossier, DocumentKind kind) {
        boolean done = dossier.standing().ratifier() != null
                || dossier.standing().stageName() == StageName.CLOSED_FALSE_POSITIVE;
        String id = dossier.file().content().id();
        return documents.all(id).stream()
                .filter(kept -> done && kept.kind() == kind)
                .reduce((earlier, later) -> later)
                .flatMap(kept -> documents.content(id, kept.id()));
    }

    @GetMapping("/kept/{document}")
    ResponseEntity<byte[]> kept(@PathVariable String number, @PathVariable long document) {
        byte[] content =
                documents.content(heads.standing(number).caseId(), document).orElseThrow(DocumentController::missing);
        return Download.pdf(number + "-" + document, content);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
