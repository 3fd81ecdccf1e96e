package id.kentongan.desk.page;

import id.kentongan.desk.settings.DeskSettings;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What the layout needs on every page. */
@ControllerAdvice
class EveryPage {
    private static final List<String> ROLES =
            List.of("ANALYST", "COORDINATOR", "HEAD", "RULE_AUTHOR", "ADMINISTRATOR", "AUDITOR");

    private final DeskSettings settings;
    private final Clockface clockface;

    EveryPage(DeskSettings settings, Clockface clockface) {
        this.settings = settings;
        this.clockface = clockface;
    }

    @ModelAttribute
    void fill(Model model, Locale locale, @Nullable Principal person, HttpServletRequest request) {
        Language language = Language.of(locale);
        model.addAttribute("lang", language.code());
        model.addAttribute("zone", clockface.zone(language));
        model.addAttribute("demo", settings.demo());
        model.addAttribute("person", person == null ? null : person.getName());
        model.addAttribute("may", ROLES.stream().filter(request::isUserInRole).toList());
        model.addAttribute("here", request.getRequestURI());
        model.addAttribute("inOtherLanguage", switched(request, language.other()));
    }

    /** The same page in the other language; on an error page, the page that failed. */
    private static String switched(HttpServletRequest request, Language other) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return UriComponentsBuilder.fromPath(failed instanceof String path ? path : request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(LanguageSwitch.PARAMETER, other.code())
                .build()
                .toUriString();
    }
}
