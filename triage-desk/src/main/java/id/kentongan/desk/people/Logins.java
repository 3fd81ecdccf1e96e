package id.kentongan.desk.people;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.journal.Journal;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers Spring Security who may log in, and shuts an account for a while after wrong passwords in a row. */
@Service
class Logins implements UserDetailsService {
    /** Stands where a person has no password yet: matches none. */
    private static final String NO_PASSWORD = "-";

    private final People people;
    private final Journal journal;
    private final Clock clock;

    Logins(People people, Journal journal, Clock clock) {
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        Person person = people.find(name).orElseThrow(() -> new UsernameNotFoundException("no such person"));
        String hash = people.passwordHash(person.name());
        return User.withUsername(person.name())
                .password(hash == null ? NO_PASSWORD : hash)
                .disabled(!person.active())
                .accountLocked(
                        person.lockedUntil() != null && person.lockedUntil().isAfter(clock.instant()))
                .authorities(people.today(person).roles().stream()
                        .map(Role::name)
                        .map("ROLE_"::concat)
                        .toArray(String[]::new))
                .build();
    }

    @EventListener
    @Transactional
    void wrong(AuthenticationFailureBadCredentialsEvent event) {
        String name = event.getAuthentication().getName();
        if (people.wrongPassword(name) == People.WRONG_PASSWORDS) {
            journal.write(Journal.SYSTEM, Journal.SYSTEM, "ACCOUNT_SHUT", People.key(name), "wrong passwords");
        }
    }

    @EventListener
    @Transactional
    void right(AuthenticationSuccessEvent event) {
        String name = event.getAuthentication().getName();
        people.rightPassword(name);
        journal.write(name, Journal.SYSTEM, "LOGIN", name, "");
    }
}
