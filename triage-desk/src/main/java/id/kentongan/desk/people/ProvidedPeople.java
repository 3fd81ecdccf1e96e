package id.kentongan.desk.people;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.settings.OidcSettings;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People of the identity provider. Whoever has a role there is somebody here, under the same name, with those roles from
 * login to login. A name that a local account has already is not given away.
 */
final class ProvidedPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final OidcUserService provider = new OidcUserService();
    private final OidcSettings settings;
    private final People people;
    private final JdbcClient sql;
    private final Journal journal;
    private final TransactionTemplate whole;

    ProvidedPeople(OidcSettings settings, People people, JdbcClient sql, Journal journal, TransactionTemplate whole) {
        this.settings = settings;
        this.people = people;
        this.sql = sql;
        this.journal = journal;
        this.whole = whole;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser told = provider.loadUser(request);
        String claimed = told.getClaimAsString(settings.nameClaim());
        String name = claimed == null ? "" : People.key(claimed.strip());
        if (!name.matches("[\\p{L}\\p{N}._@-]{1,60}")) {
            throw refused("the provider names no person");
        }
        Set<Role> roles = roles(told.getClaims().get(settings.rolesClaim()));
        if (roles.isEmpty()) {
            throw refused("no role at this desk");
        }
        String subject = settings.issuer() + "|" + told.getSubject();
        whole.executeWithoutResult(status -> know(name, subject, roles));
        Person person = people.find(name).filter(Person::active).orElseThrow(() -> refused("not active"));
        return new Named(person, people.today(person).roles(), told);
    }

    private void know(String name, String subject, Set<Role> roles) {
        if (people.find(name).isEmpty()) {
            people.add(name, null, roles);
            sql.sql("update person set oidc_subject = :subject where name = :name")
                    .param("subject", subject)
                    .param("name", name)
                    .update();
            journal.write(Journal.SYSTEM, Journal.SYSTEM, "PERSON_PROVIDED", name, roles.toString());
            return;
        }
        int same = sql.sql("""
                update person set roles = cast(:roles as text[]), locked_until = null
                where name = :name and oidc_subject = :subject
                """)
                .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .param("name", name)
                .param("subject", subject)
                .update();
        if (same == 0) {
            throw refused("another account has this name");
        }
    }

    /** Groups come as a list, or as one text. */
    private Set<Role> roles(@Nullable Object groups) {
        Collection<?> all = groups instanceof Collection<?> many ? many : List.of(String.valueOf(groups));
        Set<Role> roles = EnumSet.noneOf(Role.class);
        all.forEach(group -> {
            Role role = settings.roles().get(String.valueOf(group));
            if (role != null) {
                roles.add(role);
            }
        });
        return roles;
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error("refused", why, null), why);
    }

    /** Goes by the name that the desk knows. */
    private static final class Named extends DefaultOidcUser {
        private static final long serialVersionUID = 1L;

        private final String name;

        Named(Person person, Collection<Role> roles, OidcUser told) {
            super(
                    roles.stream()
                            .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                            .toList(),
                    told.getIdToken(),
                    told.getUserInfo());
            this.name = person.name();
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
