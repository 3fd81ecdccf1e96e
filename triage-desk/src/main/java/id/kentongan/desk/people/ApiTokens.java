package id.kentongan.desk.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys of programs, in PostgreSQL. A key is shown once, when it is made. */
@Repository
class ApiTokens {
    static final Duration VALID_FOR = Duration.ofDays(90);
    private static final String MARK = "ktg_";

    /** A key without what it is. */
    record Token(long id, String purpose, Instant expires) {}

    private final JdbcClient sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    String make(String person, String purpose) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = MARK + HexFormat.of().formatHex(bytes);
        sql.sql("""
                insert into api_token (token_hash, person, purpose, made_at, expires_at)
                values (:hash, :person, :purpose, :now, :end)
                """)
                .param("hash", hash(token))
                .param("person", person)
                .param("purpose", purpose)
                .param("now", now())
                .param("end", now().plus(VALID_FOR))
                .update();
        return token;
    }

    /** Whose key it is, while it is valid. */
    Optional<String> person(String token) {
        return sql.sql("select person from api_token where token_hash = :hash and expires_at > :now")
                .param("hash", hash(token))
                .param("now", now())
                .query(String.class)
                .optional();
    }

    List<Token> of(String person) {
        return sql.sql("select id, purpose, expires_at from api_token where person = :person order by id")
                .param("person", person)
                .query((row, index) -> new Token(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean remove(String person, long id) {
        return sql.sql("delete from api_token where person = :person and id = :id")
                        .param("person", person)
                        .param("id", id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
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
