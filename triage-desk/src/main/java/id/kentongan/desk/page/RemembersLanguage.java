package id.kentongan.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps a language that was asked for, and tells whose it is as soon as that is known. */
@Component
class RemembersLanguage implements HandlerInterceptor, WebMvcConfigurer {
    private static final String TOLD = RemembersLanguage.class.getName();

    private final LocaleResolver resolver;
    private final ApplicationEventPublisher told;

    RemembersLanguage(LocaleResolver resolver, ApplicationEventPublisher told) {
        this.resolver = resolver;
        this.told = told;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getParameter(LanguageSwitch.PARAMETER) != null) {
            resolver.setLocale(request, response, resolver.resolveLocale(request));
        }
        Principal person = request.getUserPrincipal();
        HttpSession session = request.getSession(false);
        if (person != null && session != null && LanguageSwitch.code(request) != null) {
            tell(person, session, Language.of(resolver.resolveLocale(request)));
        }
        return true;
    }

    private void tell(Principal person, HttpSession session, Language language) {
        if (session.getAttribute(TOLD) != language) {
            told.publishEvent(new LanguageChosen(person.getName(), language));
            session.setAttribute(TOLD, language);
        }
    }
}
