package id.kentongan.desk.people;

import id.kentongan.desk.settings.OidcSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** The identity provider. It is asked about itself at the first login, so that the desk starts without it. */
final class Provider implements ClientRegistrationRepository {
    static final String ID = "oidc";

    private final OidcSettings settings;
    private @Nullable ClientRegistration known;

    Provider(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public synchronized @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration registration = known == null ? ask() : known;
        known = registration;
        return registration;
    }

    private ClientRegistration ask() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(secret())
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .userNameAttributeName(settings.nameClaim())
                .build();
    }

    private String secret() {
        try {
            return Files.readString(settings.secretFile(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
