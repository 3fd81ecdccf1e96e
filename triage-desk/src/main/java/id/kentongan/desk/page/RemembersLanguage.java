package id.kentongan.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps a language that was asked for. */
@Component
class RemembersLanguage implements HandlerInterceptor, WebMvcConfigurer {
    private final LocaleResolver resolver;

    RemembersLanguage(LocaleResolver resolver) {
        this.resolver = resolver;
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
        return true;
    }
}
