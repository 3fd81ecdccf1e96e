package id.kentongan.desk.paper;

import id.kentongan.desk.page.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Prints papers: as PDF, which is what counts, and as DOCX for whoever must work on the text in the office. */
@Component
public class Press {
    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Printer pdf;
    private final Printer word;

    Press(Office office) {
        this.pdf = new PdfPrinter(office);
        this.word = new WordPrinter(office);
    }

    public byte[] pdf(Paper paper) {
        return print(pdf, paper);
    }

    public byte[] docx(Paper paper) {
        return print(word, paper);
    }

    /** The paper as the answer to a request; as PDF unless {@code docx} was asked for. */
    public ResponseEntity<byte[]> answer(Paper paper, String as) {
        return as.equals("docx")
                ? Download.file(paper.name() + ".docx", DOCX, docx(paper))
                : Download.pdf(paper.name(), pdf(paper));
    }

    private static byte[] print(Printer printer, Paper paper) {
        try {
            return printer.print(paper);
        } catch (IOException fault) {
            throw new UncheckedIOException("expected to print " + paper.name(), fault);
        }
    }
}
