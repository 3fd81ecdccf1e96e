package id.kentongan.desk.health;

import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the data is whole, and the part of the page that refreshes itself. */
@Controller
class HealthController {
    private final HealthReports reports;
    private final Clockface clockface;

    HealthController(HealthReports reports, Clockface clockface) {
        this.reports = reports;
        this.clockface = clockface;
    }

    @GetMapping("/data-health")
    String page(Model model, Locale locale) {
        model.addAttribute("health", view(locale));
        return "health/health";
    }

    /** Nothing (204) when the page still shows what {@code mark} stands for, so that nothing moves. */
    @GetMapping("/data-health/now")
    @Nullable
    String now(
            @RequestParam(required = false) @Nullable String mark,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        HealthView view = view(locale);
        if (view.mark().equals(mark)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        model.addAttribute("health", view);
        return "health/health :: now";
    }

    private HealthView view(Locale locale) {
        return HealthView.of(reports.now(), clockface, Language.of(locale));
    }
}
