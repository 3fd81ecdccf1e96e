package id.kentongan.desk.people;

import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.settings.SettingsRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Lets the first person in: taken from {@code first-login-file}, once, while nobody may enter yet. */
@Component
@Lazy(false)
class FirstPerson implements InitializingBean {
    static final int SHORTEST_PASSWORD = 8;

    private static final Logger LOG = LoggerFactory.getLogger(FirstPerson.class);

    private final People people;
    private final PasswordEncoder passwords;
    private final DeskSettings settings;
    private final Clock clock;

    FirstPerson(People people, PasswordEncoder passwords, DeskSettings settings, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        if (!people.isEmpty()) {
            return;
        }
        FirstLogin login = FirstLogin.parse(text(settings.firstLoginFile()));
        people.add(login.name(), passwords.encode(login.password()), clock.instant());
        LOG.info("The first person may enter: {}", login.name());
    }

    private static String text(@Nullable Path file) {
        if (file == null) {
            throw refused("is missing, and nobody may enter yet. Name a file with one line: name password");
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw refused("= " + file + " cannot be read, and nobody may enter yet. Write one line: name password");
        }
    }

    private static SettingsRefused refused(String fault) {
        return new SettingsRefused(List.of(DeskSettings.PREFIX + "first-login-file " + fault));
    }

    record FirstLogin(String name, String password) {
        /** The first line: a name, white space, the password (which may hold spaces inside). */
        static FirstLogin parse(String text) {
            String[] parts = text.lines().findFirst().orElse("").strip().split("\\s+", 2);
            if (parts.length < 2 || !parts[0].matches("[\\p{L}\\p{N}._@-]{1,60}")) {
                throw refused("holds no line of the form: name password (name: letters, digits, . _ @ -)");
            }
            if (parts[1].length() < SHORTEST_PASSWORD) {
                throw refused("holds a password under " + SHORTEST_PASSWORD + " characters. Choose a longer one");
            }
            return new FirstLogin(parts[0], parts[1]);
        }
    }
}
