package id.kentongan.desk.people;

import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.settings.OidcSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands open without login (the login page and its looks), and what every answer forbids the browser. */
@Configuration(proxyBeanMethods = false)
class Entrance {
    /** In front of every address for programs. */
    static final String API = "/api/v1";

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    @Bean
    PasswordEncoder passwords() {
        return new NarrowDoor(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    @Bean
    SecurityFilterChain door(
            HttpSecurity http,
            DeskSettings settings,
            People people,
            JdbcClient sql,
            Journal journal,
            PlatformTransactionManager transactions)
            throws Exception {
        OidcSettings oidc = settings.oidc();
        if (oidc != null) {
            ProvidedPeople provided =
                    new ProvidedPeople(oidc, people, sql, journal, new TransactionTemplate(transactions));
            http.oauth2Login(login -> login.loginPage("/login")
                    .clientRegistrationRepository(new Provider(oidc))
                    .userInfoEndpoint(users -> users.oidcUserService(provided))
                    .defaultSuccessUrl("/")
                    .failureUrl("/login?provider"));
        }
        return http.authorizeHttpRequests(open -> offices(
                        open
                                // Endpoints exist on the management port alone, which is bound to loopback.
                                .requestMatchers(EndpointRequest.toAnyEndpoint())
                                .permitAll()
                                .requestMatchers("/login", "/welcome/*", "/error", "/looks/**", "/webjars/**")
                                .permitAll(),
                        ""))
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(BothFactors.WithCode::new)
                        .defaultSuccessUrl("/")
                        .failureHandler(Entrance::back))
                .logout(out -> out.logoutSuccessUrl("/login?out"))
                .requestCache(cache -> cache.requestCache(onlyPages()))
                .exceptionHandling(outside -> outside.authenticationEntryPoint(toTheLogin()))
                .headers(Entrance::strict)
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .build();
    }

    /** Who may do what at the addresses behind {@code at}; the same for people's pages and for programs. */
    private static void offices(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry open, String at) {
        open.requestMatchers(
                        HttpMethod.GET,
                        at + "/people",
                        at + "/people/*",
                        at + "/journal",
                        at + "/journal/*",
                        at + "/settings")
                .hasAnyRole("ADMINISTRATOR", "AUDITOR")
                .requestMatchers(at + "/people/**")
                .hasRole("ADMINISTRATOR")
                .requestMatchers(at + "/rules")
                .hasAnyRole("ANALYST", "COORDINATOR", "RULE_AUTHOR", "AUDITOR")
                .requestMatchers(HttpMethod.GET, at + "/**")
                .authenticated()
                .requestMatchers(
                        at + "/cases/*/verification/**",
                        at + "/cases/*/addenda/*/verification",
                        at + "/cases/*/reopening",
                        at + "/exceptions/*",
                        at + "/duty/**")
                .hasRole("COORDINATOR")
                .requestMatchers(at + "/cases/*/ratification/**", at + "/cases/*/addenda/*/ratification")
                .hasRole("HEAD")
                .requestMatchers(at + "/cases/*/letter/end")
                .hasAnyRole("ANALYST", "HEAD")
                .requestMatchers(at + "/cases/**")
                .hasRole("ANALYST")
                .anyRequest()
                .authenticated();
    }

    /** Programs bring a key with each request. No session, so no form of another site can use one. */
    @Bean
    @Order(1)
    SecurityFilterChain doorOfPrograms(
            HttpSecurity http, ApiTokens tokens, People people, SecondFactors factors, DeskSettings settings)
            throws Exception {
        return http.securityMatcher(API + "/**")
                .authorizeHttpRequests(open -> offices(open, API))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        new TokenFilter(tokens, people, factors, settings), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        outside -> outside.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .headers(Entrance::strict)
                .build();
    }

    /** A page that refreshes a part of itself after its session ended goes to the login page as a whole. */
    private static AuthenticationEntryPoint toTheLogin() {
        AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, fault) -> {
            if (request.getHeader("HX-Request") == null) {
                page.commence(request, response, fault);
            } else {
                response.setHeader("HX-Redirect", "/login");
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
        };
    }

    /** A database that is away is not a wrong password. */
    private static void back(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        response.sendRedirect(fault instanceof AuthenticationServiceException ? "/login?away" : "/login?error");
    }

    /** After the login people come back to the page they asked for, never to a part that a page fetched by itself. */
    private static RequestCache onlyPages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        var pages = PathPatternRequestMatcher.withDefaults();
        var candidates = pages.matcher(HttpMethod.GET, "/candidates");
        var cases = pages.matcher(HttpMethod.GET, "/cases/*");
        var ratifications = pages.matcher(HttpMethod.GET, "/cases/*/ratification");
        cache.setRequestMatcher(request -> request.getHeader("HX-Request") == null
                && (candidates.matches(request) || cases.matches(request) || ratifications.matches(request)));
        return cache;
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"));
    }
}
