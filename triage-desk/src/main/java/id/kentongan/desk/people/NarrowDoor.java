package id.kentongan.desk.people;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks at most two passwords at a time: each check takes 16 MiB, and a crowd at the login page must not take the whole
 * heap. Others wait.
 */
final class NarrowDoor implements PasswordEncoder {
    private final PasswordEncoder checks;
    private final Semaphore places = new Semaphore(2, true);

    NarrowDoor(PasswordEncoder checks) {
        this.checks = checks;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        places.acquireUninterruptibly();
        try {
            return checks.encode(password);
        } finally {
            places.release();
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        places.acquireUninterruptibly();
        try {
            return checks.matches(password, hash);
        } finally {
            places.release();
        }
    }
}
