package id.kentongan.desk.people;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.settings.DeskSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Where the settings require it, who verifies, ratifies or administers comes no further than to switch it on. Whoever
 * comes from the identity provider showed theirs there.
 */
@Configuration(proxyBeanMethods = false)
class SecondFactorFirst implements WebMvcConfigurer, HandlerInterceptor {
    private static final Set<Role> HELD_TO_IT = Set.of(Role.COORDINATOR, Role.HEAD, Role.ADMINISTRATOR);

    private final DeskSettings settings;
    private final People people;
    private final SecondFactors factors;

    SecondFactorFirst(DeskSettings settings, People people, SecondFactors factors) {
        this.settings = settings;
        this.people = people;
        this.factors = factors;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns("/second-factor", "/second-factor/**", "/login", "/welcome/*", "/error");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Principal who = request.getUserPrincipal();
        if (!settings.secondFactorRequired()
                || who == null
                || who instanceof OAuth2AuthenticationToken
                || !(handler instanceof HandlerMethod)) {
            return true;
        }
        if (!holds(people.actor(who).roles()) || factors.asked(who.getName())) {
            return true;
        }
        response.sendRedirect("/second-factor");
        return false;
    }

    static boolean holds(Collection<Role> roles) {
        return !Collections.disjoint(roles, HELD_TO_IT);
    }
}
