package id.kentongan.desk.queue;

import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The Kandidat page, and the part of it that refreshes itself. */
@Controller
class QueueController {
    private final Queue queue;
    private final Clockface clockface;

    QueueController(Queue queue, Clockface clockface) {
        this.queue = queue;
        this.clockface = clockface;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/candidates";
    }

    @GetMapping("/candidates")
    String candidates(
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String page,
            Model model,
            Locale locale) {
        model.addAttribute("queue", view(QueueFilter.of(severity, q, page), locale));
        return "queue/candidates";
    }

    /** The list alone; nothing (204) when it still shows what {@code mark} stands for, so that nothing moves. */
    @GetMapping("/candidates/list")
    @Nullable
    String list(
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String mark,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        QueueFilter filter = QueueFilter.of(severity, q, page);
        QueueView view = view(filter, locale);
        if (view.mark().equals(mark)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        if (mark == null) {
            response.setHeader("HX-Push-Url", filter.in("/candidates"));
        }
        model.addAttribute("queue", view);
        return "queue/candidates :: list";
    }

    private QueueView view(QueueFilter filter, Locale locale) {
        return QueueView.of(filter, queue.entries(filter), queue.counts(filter), clockface, Language.of(locale));
    }
}
