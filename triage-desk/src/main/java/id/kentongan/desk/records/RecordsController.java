package id.kentongan.desk.records;

import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.page.Download;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.Press;
import id.kentongan.desk.settings.DeskSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The records of the SOP, to read and to take away. */
@Controller
class RecordsController {
    private final Archive archive;
    private final CaseFolder folder;
    private final CaseHeads heads;
    private final Press press;
    private final ZoneId zone;
    private final Clock clock;

    RecordsController(
            Archive archive, CaseFolder folder, CaseHeads heads, Press press, DeskSettings settings, Clock clock) {
        this.archive = archive;
        this.folder = folder;
        this.heads = heads;
        this.press = press;
        this.zone = settings.timeZone();
        this.clock = clock;
    }

    @GetMapping("/records")
    String page(@RequestParam(required = false) @Nullable String day, Model model) {
        LocalDate shown = day == null || day.isBlank() ? LocalDate.ofInstant(clock.instant(), zone) : day(day);
        model.addAttribute("day", shown);
        model.addAttribute("month", YearMonth.from(shown));
        return "records/records";
    }

    @GetMapping("/records/list/{day}")
    ResponseEntity<byte[]> list(@PathVariable String day, @RequestParam(defaultValue = "pdf") String as) {
        LocalDate of = day(day);
        return printed(new RecordPapers(zone).list(day, archive.listed(start(of), start(of.plusDays(1)))), as);
    }

    @GetMapping("/records/list/{day}/csv")
    ResponseEntity<byte[]> csv(@PathVariable String day) {
        LocalDate of = day(day);
        RecordPapers papers = new RecordPapers(zone);
        String text = Csv.of(
                RecordPapers.LIST_COLUMNS,
                archive.listed(start(of), start(of.plusDays(1))).stream()
                        .map(papers::row)
                        .toList());
        return Download.file(
                "daftar-security-log-analysis-" + of + ".csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/records/notes/{day}")
    ResponseEntity<byte[]> notes(@PathVariable String day, @RequestParam(defaultValue = "pdf") String as) {
        Instant from = start(day(day));
        Instant to = start(day(day).plusDays(1));
        return printed(new RecordPapers(zone).notes(day, archive.listed(from, to), archive.deeds(from, to)), as);
    }

    @GetMapping("/records/activities/{month}")
    ResponseEntity<byte[]> activities(@PathVariable String month, @RequestParam(defaultValue = "pdf") String as) {
        Instant from = start(month(month).atDay(1));
        Instant to = start(month(month).plusMonths(1).atDay(1));
        return printed(new RecordPapers(zone).activities(month, archive.listed(from, to), archive.deeds(from, to)), as);
    }

    @GetMapping("/cases/{number}/folder")
    ResponseEntity<byte[]> folder(@PathVariable String number) {
        return Download.file(
                "dokumentasi-insiden-" + number + ".zip",
                MediaType.APPLICATION_OCTET_STREAM,
                folder.of(heads.file(number)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private ResponseEntity<byte[]> printed(Paper paper, String as) {
        return press.answer(paper, as);
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException fault) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such day", fault);
        }
    }

    private static YearMonth month(String written) {
        try {
            return YearMonth.parse(written);
        } catch (DateTimeException fault) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such month", fault);
        }
    }
}
