package id.kentongan.desk.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import tools.jackson.databind.json.JsonMapper;

/** What a page would tell on the page that comes next, a program is told as JSON: 200 done, 409 refused. */
@Configuration(proxyBeanMethods = false)
class ApiAnswers implements WebMvcConfigurer, HandlerInterceptor {
    private static final String REDIRECT = "redirect:";
    private static final JsonMapper JSON = new JsonMapper();

    private final MessageSource messages;

    ApiAnswers(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(ApiRoutes.API + "/**");
    }

    /** The description. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/api/*").addResourceLocations("classpath:/api/");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        String view = answer == null ? null : answer.getViewName();
        if (answer != null && view != null && view.startsWith(REDIRECT)) {
            Map<String, Object> told = told(request, view.substring(REDIRECT.length()));
            answer.setView(json(told, told.containsKey("refused") ? 409 : 200));
        }
    }

    private Map<String, Object> told(HttpServletRequest request, String next) {
        Map<String, Object> flash = RequestContextUtils.getOutputFlashMap(request);
        Map<String, Object> told = new LinkedHashMap<>();
        for (String kind : new String[] {"done", "refused"}) {
            if (flash.get(kind) instanceof String code) {
                told.put(kind, code);
                told.put("text", text(code));
            }
        }
        if (flash.get("also") instanceof String code) {
            told.put("text", told.get("text") + " " + text(code));
        }
        told.put("next", next.replaceAll("[?#].*", ""));
        return told;
    }

    private @Nullable String text(String code) {
        return messages.getMessage(code, null, code, Locale.ENGLISH);
    }

    private static View json(Map<String, Object> told, int status) {
        return (model, request, response) -> {
            response.setStatus(status);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(JSON.writeValueAsBytes(told));
        };
    }
}
