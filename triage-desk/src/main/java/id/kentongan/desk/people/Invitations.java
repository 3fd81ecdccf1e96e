package id.kentongan.desk.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that let one person set a password, once. The database knows only the hash of each. */
@Repository
class Invitations {
    static final Duration VALID_FOR = Duration.ofDays(3);

    /** @param person null: makes the first administrator */
    record Invitation(@Nullable String person) {}

    private final JdbcClient sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The token of a new link; those made before for the same person work no more. */
    String make(@Nullable String person) {
        sql.sql("update invitation set used_at = :now where used_at is null and person is not distinct from :person")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        sql.sql("insert into invitation (token_hash, person, made_at, expires_at) values (:hash, :person, :now, :end)")
                .param("hash", hash(token))
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("end", clock.instant().plus(VALID_FOR).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    Optional<Invitation> open(String token) {
        return sql.sql(
                        "select person from invitation where token_hash = :hash and used_at is null and expires_at > :now")
                .param("hash", hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Invitation(row.getString(1)))
                .optional();
    }

    /** True for exactly one caller. */
    boolean use(String token) {
        return sql.sql("""
                update invitation set used_at = :now
                where token_hash = :hash and used_at is null and expires_at > :now
                """)
                        .param("hash", hash(token))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("expected SHA-256 in every Java", missing);
        }
    }
}
