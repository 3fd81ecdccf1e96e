package id.kentongan.desk.analysis;

import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.shelf.CaseShelf;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of one case. */
@Controller
class CaseController {
    private final CaseShelf shelf;
    private final Clockface clockface;

    CaseController(CaseShelf shelf, Clockface clockface) {
        this.shelf = shelf;
        this.clockface = clockface;
    }

    @GetMapping("/cases/{number}")
    String detail(@PathVariable String number, Model model, Locale locale) {
        model.addAttribute("sheet", new CaseSheets(clockface, Language.of(locale)).of(find(number)));
        return "analysis/case";
    }

    /** Nothing (204) while {@code version} is the newest; else a line that offers to load the page again. */
    @GetMapping("/cases/{number}/news")
    @Nullable
    String news(@PathVariable String number, @RequestParam String version, Model model, HttpServletResponse response) {
        CaseFile file = find(number);
        if (Long.toString(file.content().version()).equals(version)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        model.addAttribute("number", file.number().written());
        return "analysis/case :: news";
    }

    private CaseFile find(String number) {
        return CaseNumber.parse(number)
                .flatMap(shelf::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
