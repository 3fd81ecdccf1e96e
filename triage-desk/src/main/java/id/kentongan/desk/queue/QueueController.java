package id.kentongan.desk.queue;

import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.figures.Figures;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of cases, and the part of each that refreshes itself. */
@Controller
class QueueController {
    private final Queue queue;
    private final CaseHeads heads;
    private final Figures figures;
    private final Clockface clockface;
    private final Clock clock;
    private final WorkingCalendar calendar;

    QueueController(
            Queue queue, CaseHeads heads, Figures figures, Clockface clockface, Clock clock, WorkingCalendar calendar) {
        this.queue = queue;
        this.heads = heads;
        this.figures = figures;
        this.clockface = clockface;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** Where each person's work waits. */
    @GetMapping("/")
    String start(HttpServletRequest request) {
        if (request.isUserInRole("ANALYST")) {
            return "redirect:/candidates";
        }
        if (request.isUserInRole("HEAD")) {
            return "redirect:/ratification";
        }
        if (request.isUserInRole("COORDINATOR")) {
            return "redirect:/verification";
        }
        return request.isUserInRole("ADMINISTRATOR") ? "redirect:/people" : "redirect:/candidates";
    }

    @GetMapping({"/candidates", "/mine", "/board", "/verification", "/ratification", "/letters", "/archive"})
    String page(
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String page,
            HttpServletRequest request,
            Principal who,
            Model model,
            Locale locale) {
        Listing listing = listing(request.getRequestURI());
        model.addAttribute("queue", view(listing, who, QueueFilter.of(severity, q, page), locale));
        model.addAttribute("uncovered", !calendar.covers(clock.instant()));
        boolean watches = request.isUserInRole("COORDINATOR") || request.isUserInRole("AUDITOR");
        if (listing == Listing.VERIFICATION && watches) {
            model.addAttribute("team", figures.team());
        }
        if (listing == Listing.RATIFICATION && (watches || request.isUserInRole("HEAD"))) {
            model.addAttribute("months", figures.month(Language.of(locale)));
        }
        return "queue/candidates";
    }

    /** The list alone; nothing (204) when it still shows what {@code mark} stands for, so that nothing moves. */
    @GetMapping({
        "/candidates/list",
        "/mine/list",
        "/board/list",
        "/verification/list",
        "/ratification/list",
        "/letters/list",
        "/archive/list"
    })
    @Nullable
    String list(
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String mark,
            HttpServletRequest request,
            Principal who,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        QueueFilter filter = QueueFilter.of(severity, q, page);
        Listing listing = listing(request.getRequestURI());
        QueueView view = view(listing, who, filter, locale);
        if (view.mark().equals(mark)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        if (mark == null) {
            response.setHeader("HX-Push-Url", filter.in(listing.path()));
        }
        model.addAttribute("queue", view);
        return "queue/candidates :: list";
    }

    private static Listing listing(String address) {
        return Arrays.stream(Listing.values())
                .filter(one -> address.equals(one.path()) || address.equals(one.path() + "/list"))
                .findFirst()
                .orElse(Listing.CANDIDATES);
    }

    private QueueView view(Listing listing, Principal who, QueueFilter filter, Locale locale) {
        String me = who.getName();
        return QueueView.of(
                listing,
                filter,
                queue.entries(listing, me, filter),
                queue.counts(listing, me, filter),
                new Times(clockface, heads, clock.instant(), Language.of(locale)));
    }
}
