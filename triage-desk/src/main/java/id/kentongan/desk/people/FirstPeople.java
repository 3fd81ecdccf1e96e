package id.kentongan.desk.people;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.settings.SettingsRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Lets the first people in, once, while nobody may enter yet: from {@code first-login-file}, or else by a link on the
 * console that makes the first administrator.
 */
@Component
class FirstPeople {
    static final int SHORTEST_PASSWORD = 8;

    private static final Logger LOG = LoggerFactory.getLogger(FirstPeople.class);

    private final People people;
    private final Invitations invitations;

    FirstPeople(People people, Invitations invitations, PasswordEncoder passwords, DeskSettings settings) {
        this.people = people;
        this.invitations = invitations;
        List<FirstLogin> logins = people.isEmpty() ? read(settings) : List.of();
        logins.forEach(login -> people.add(login.name(), passwords.encode(login.password()), login.roles()));
        logins.forEach(login -> people.find(login.name()).ifPresent(made -> people.describe(login.describing(made))));
        logins.forEach(login -> LOG.info("May enter: {} as {}", login.name(), login.roles()));
    }

    @EventListener
    void invite(ApplicationReadyEvent ready) {
        if (people.isEmpty()) {
            LOG.info(
                    "Nobody may enter yet. Make the first administrator, within three days: {}/welcome/{}",
                    address(ready.getApplicationContext()),
                    invitations.make(null));
        }
    }

    private static String address(ApplicationContext context) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port", "0");
    }

    private static List<FirstLogin> read(DeskSettings settings) {
        Path file = settings.firstLoginFile();
        if (file == null) {
            return List.of();
        }
        try {
            return FirstLogin.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw refused("= " + file + " cannot be read, and nobody may enter yet. Write one line: name password");
        }
    }

    private static SettingsRefused refused(String fault) {
        return new SettingsRefused(List.of(DeskSettings.PREFIX + "first-login-file " + fault));
    }

    /** One line of the file. */
    record FirstLogin(String name, String password, Set<Role> roles) {
        private static final Set<Role> ALONE = EnumSet.of(Role.ANALYST, Role.ADMINISTRATOR);

        /**
         * Each line: a name, white space, the password (which may hold spaces inside). A name may say its role in
         * front, such as {@code head:kepala}; without one it is analyst and administrator.
         */
        static List<FirstLogin> parse(String text) {
            List<FirstLogin> logins = new ArrayList<>();
            text.lines().filter(line -> !line.isBlank()).forEach(line -> logins.add(line(line.strip())));
            if (logins.isEmpty()) {
                throw form();
            }
            return logins;
        }

        private static FirstLogin line(String line) {
            String[] parts = line.split("\\s+", 2);
            if (parts.length < 2 || !parts[0].matches("([a-z_]+:)?[\\p{L}\\p{N}._@-]{1,60}")) {
                throw form();
            }
            if (parts[1].length() < SHORTEST_PASSWORD) {
                throw refused("holds a password under " + SHORTEST_PASSWORD + " characters. Choose a longer one");
            }
            int colon = parts[0].indexOf(':');
            Set<Role> roles = colon < 0 ? ALONE : Set.of(role(parts[0].substring(0, colon)));
            return new FirstLogin(parts[0].substring(colon + 1), parts[1], roles);
        }

        private static Role role(String written) {
            try {
                return Role.valueOf(written.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw refused("knows no role " + written + ". Write one of analyst, coordinator, head, rule_author,"
                        + " administrator, auditor");
            }
        }

        private static SettingsRefused form() {
            return refused("holds a line not of the form: name password, or role:name password"
                    + " (name: letters, digits, . _ @ -)");
        }

        /** A post to stand under a signature until an administrator writes the true one. */
        Person describing(Person made) {
            String post = roles.contains(Role.HEAD)
                    ? "Kepala Dinas"
                    : roles.contains(Role.COORDINATOR)
                            ? "Koordinator Tim"
                            : roles.contains(Role.ANALYST) ? "Analis TTIS" : "";
            return new Person(
                    made.name(), "", "", post, "", "", made.roles(), true, null, "", null, null, made.language());
        }
    }
}
