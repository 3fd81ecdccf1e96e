package id.kentongan.desk.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Indonesian unless the person switched: {@code ?lang=en} or {@code ?lang=id} counts at once, and
 * {@link RemembersLanguage} keeps it in a cookie. The browser's own wish is not asked.
 */
@Component("localeResolver")
class LanguageSwitch implements LocaleResolver {
    static final String PARAMETER = "lang";

    private static final String COOKIE = "kentongan_lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String code = code(request);
        return Language.of(code == null ? "" : code).locale();
    }

    /** As asked for now or before in this browser; null if nobody switched there yet. */
    static @Nullable String code(HttpServletRequest request) {
        String asked = request.getParameter(PARAMETER);
        Cookie kept = WebUtils.getCookie(request, COOKIE);
        return asked != null || kept == null ? asked : kept.getValue();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            return;
        }
        ResponseCookie cookie = ResponseCookie.from(COOKIE, Language.of(locale).code())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
