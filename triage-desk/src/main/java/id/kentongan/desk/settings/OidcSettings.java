package id.kentongan.desk.settings;

import id.kentongan.desk.casefile.Role;
import java.nio.file.Path;
import java.util.Map;

/**
 * An identity provider that people may log in at (OpenID Connect).
 *
 * @param issuer its address; what it says of itself is read there at the first login
 * @param secretFile file whose first line is the client's secret
 * @param nameClaim claim that is the person's name at the desk
 * @param rolesClaim claim that holds the person's groups, a list or one text
 * @param roles the desk's role by group
 */
public record OidcSettings(
        String issuer, String clientId, Path secretFile, String nameClaim, String rolesClaim, Map<String, Role> roles) {
    public OidcSettings {
        roles = Map.copyOf(roles);
    }
}
