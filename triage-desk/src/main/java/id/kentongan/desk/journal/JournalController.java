package id.kentongan.desk.journal;

import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Download;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal for the auditor: to read, to verify, to take away. */
@Controller
@RequestMapping("/journal")
class JournalController {
    private static final int ROWS = 100;

    record Line(long seq, String at, String actor, String role, String deed, String subject, String detail) {}

    private final Journal journal;
    private final Clockface clockface;

    JournalController(Journal journal, Clockface clockface) {
        this.journal = journal;
        this.clockface = clockface;
    }

    @GetMapping
    String read(
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "false") boolean verify,
            Model model,
            Locale locale) {
        Language language = Language.of(locale);
        List<Line> lines = journal.page(before, ROWS).stream()
                .map(entry -> line(entry, language))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("older", lines.size() == ROWS ? lines.get(ROWS - 1).seq() : null);
        model.addAttribute("verified", verify ? journal.verify() : null);
        return "journal/journal";
    }

    /** Every entry as a line of tab-separated fields, with its hashes, so that another program can follow the chain. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export() {
        StringBuilder lines = new StringBuilder("seq\tat\tactor\trole\tdeed\tsubject\tdetail\tprevious\thash\n");
        List<Entry> newestFirst = journal.page(Long.MAX_VALUE, Integer.MAX_VALUE);
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Entry entry = newestFirst.get(i);
            lines.append(String.join(
                            "\t",
                            Long.toString(entry.seq()),
                            entry.at().toString(),
                            flat(entry.actor()),
                            flat(entry.role()),
                            flat(entry.deed()),
                            flat(entry.subject()),
                            flat(entry.detail()),
                            entry.previous(),
                            entry.hash()))
                    .append('\n');
        }
        return Download.file(
                "journal.tsv",
                new MediaType("text", "tab-separated-values", StandardCharsets.UTF_8),
                lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Line line(Entry entry, Language language) {
        return new Line(
                entry.seq(),
                clockface.secondOf(entry.at(), language),
                Visible.text(entry.actor()),
                entry.role(),
                entry.deed(),
                Visible.text(entry.subject()),
                Visible.text(entry.detail()));
    }

    private static String flat(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
