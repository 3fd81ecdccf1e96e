package id.kentongan.desk.people;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.settings.DeskSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes {@code Authorization: Bearer KEY} for the person whose key it is, with the roles that they have today. */
final class TokenFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final People people;
    private final SecondFactors factors;
    private final DeskSettings settings;

    TokenFilter(ApiTokens tokens, People people, SecondFactors factors, DeskSettings settings) {
        this.tokens = tokens;
        this.people = people;
        this.factors = factors;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            person(header.substring(BEARER.length()).strip()).ifPresent(this::let);
        }
        rest.doFilter(request, response);
    }

    private Optional<Person> person(String token) {
        return tokens.person(token).flatMap(people::find).filter(Person::active).filter(this::factorInPlace);
    }

    private boolean factorInPlace(Person person) {
        return !settings.secondFactorRequired()
                || !SecondFactorFirst.holds(people.today(person).roles())
                || factors.asked(person.name());
    }

    private void let(Person person) {
        Collection<Role> roles = people.today(person).roles();
        List<SimpleGrantedAuthority> authorities = roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person.name(), null, authorities));
        SecurityContextHolder.setContext(context);
    }
}
