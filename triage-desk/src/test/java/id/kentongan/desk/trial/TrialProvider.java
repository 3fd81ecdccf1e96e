package id.kentongan.desk.trial;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * An identity provider as an office runs one: Spring Authorization Server, on a port of its own. The test says who has an
 * account there. It lets nobody in without PKCE, and the desk not without its secret.
 */
public final class TrialProvider implements AutoCloseable {
    public static final String CLIENT = "meja";
    public static final String SECRET = "rahasia-meja";
    public static final String PASSWORD = "sandi kantor";

    private final People people;
    private final ConfigurableApplicationContext context;

    private TrialProvider(People people) {
        this.people = people;
        SpringApplication provider = new SpringApplication(Setup.class);
        provider.addInitializers(fresh -> fresh.getBeanFactory().registerSingleton("people", people));
        // Nothing of the desk's own settings.
        context = provider.run(
                "--spring.config.name=none",
                "--spring.main.banner-mode=off",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--server.servlet.session.cookie.name=PROVIDER");
    }

    public static TrialProvider open() {
        return new TrialProvider(new People());
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Who logs in there as {@code subject}. */
    public void knows(String subject, String called, String... inGroups) {
        people.claims.put(subject, Map.of("preferred_username", called, "groups", List.of(inGroups)));
    }

    /** Whether it signs with a key that it does not show. */
    public void forges(boolean forges) {
        people.forges = forges;
    }

    /** Whether its tokens answer another question than the one asked. */
    public void mixesUp(boolean mixesUp) {
        people.mixesUp = mixesUp;
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class People {
        private final Map<String, Map<String, Object>> claims = new ConcurrentHashMap<>();
        private volatile boolean forges;
        private volatile boolean mixesUp;
    }

    /** Without the sign of a configuration: the desk, which looks for those in its packages, must not find it. */
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Setup {
        @Bean
        SecurityFilterChain entrance(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        AuthorizationServerSettings itself() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        UserDetailsService accounts(People people) {
            return subject -> {
                if (!people.claims.containsKey(subject)) {
                    throw new UsernameNotFoundException(subject);
                }
                return User.withUsername(subject)
                        .password("{noop}" + PASSWORD)
                        .roles("STAFF")
                        .build();
            };
        }

        /** A loopback address is known whatever its port. */
        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("http://127.0.0.1/login/oauth2/code/oidc")
                    .scope(OidcScopes.OPENID)
                    .scope(OidcScopes.PROFILE)
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            return source(key());
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        JwtEncoder encoder(JWKSource<SecurityContext> keys, People people) throws JOSEException {
            JwtEncoder own = new NimbusJwtEncoder(keys);
            JwtEncoder foreign = new NimbusJwtEncoder(source(key()));
            return parameters -> (people.forges ? foreign : own).encode(parameters);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(People people) {
            return token -> {
                if (!OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
                    return;
                }
                people.claims
                        .getOrDefault(token.getPrincipal().getName(), Map.of())
                        .forEach(token.getClaims()::claim);
                if (people.mixesUp) {
                    token.getClaims().claim(OidcParameterNames.NONCE, "of another login");
                }
            };
        }

        private static RSAKey key() throws JOSEException {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        }

        private static JWKSource<SecurityContext> source(RSAKey key) {
            return new ImmutableJWKSet<>(new JWKSet(key));
        }
    }
}
