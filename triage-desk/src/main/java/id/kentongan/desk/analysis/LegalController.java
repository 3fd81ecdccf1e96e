package id.kentongan.desk.analysis;

import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.course.LegalClocks;
import id.kentongan.desk.course.LegalReport;
import id.kentongan.desk.course.LegalReports;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.deadline.LegalClock;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.page.Answer;
import id.kentongan.desk.page.Typed;
import id.kentongan.desk.settings.DeskSettings;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An analyst writes down that what the law asks for was told: the desk itself tells nobody outside. */
@Controller
class LegalController {
    private final CaseHeads heads;
    private final LegalClocks clocks;
    private final LegalReports reports;
    private final Journal journal;
    private final DeskSettings settings;
    private final Clock clock;

    LegalController(
            CaseHeads heads,
            LegalClocks clocks,
            LegalReports reports,
            Journal journal,
            DeskSettings settings,
            Clock clock) {
        this.heads = heads;
        this.clocks = clocks;
        this.reports = reports;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/cases/{number}/legal")
    @Transactional
    String told(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Principal who,
            RedirectAttributes after) {
        CaseFile file = heads.file(number);
        Standing standing = heads.locked(number);
        Typed typed = new Typed(form);
        LegalClock legal = typed.choice("clock", LegalClock.class, LegalClock.IIV_REPORT);
        Instant sent = typed.moment("sentAt", settings.timeZone());
        String recipient = typed.line("recipient");
        if (!clocks.of(standing, file.content().asset()).contains(legal)) {
            Answer.refuse(after, "refusal.legal_none");
        } else if (sent == null || recipient.isEmpty() || !possible(sent, standing.discoveredAt())) {
            Answer.refuse(after, "refusal.legal_time");
        } else if (!reports.add(
                standing.caseId(),
                new LegalReport(legal, sent, recipient, typed.line("ticket"), who.getName()),
                clock.instant())) {
            Answer.refuse(after, "refusal.legal_known");
        } else {
            String detail = legal + " sent " + sent + " to " + recipient + ", ticket " + typed.line("ticket");
            journal.write(who.getName(), Role.ANALYST.name(), "LEGAL_REPORTED", number, detail);
            Answer.done(after, "done.saved");
        }
        return "redirect:/cases/" + number;
    }

    /** People type minutes: from the minute in which the case was taken until now. */
    private boolean possible(Instant sent, @Nullable Instant discovered) {
        return discovered != null
                && !sent.isBefore(discovered.truncatedTo(ChronoUnit.MINUTES))
                && !sent.isAfter(clock.instant());
    }
}
