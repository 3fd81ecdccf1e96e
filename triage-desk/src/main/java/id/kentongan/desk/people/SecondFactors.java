package id.kentongan.desk.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who must also show a code, and whether it is right, in PostgreSQL. */
@Repository
class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 8;
    /** 80 bits: nobody guesses these, so a plain hash keeps them. */
    private static final int RECOVERY_BYTES = 10;

    private final JdbcClient sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether this person's login asks for a code. */
    boolean asked(String person) {
        return sql.sql("select confirmed from second_factor where person = :person")
                .param("person", person)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** A new secret, not asked for until it is confirmed; empty where one is asked for already. */
    Optional<String> begin(String person) {
        byte[] secret = bytes(SECRET_BYTES);
        int begun = sql.sql("""
                insert into second_factor (person, secret) values (:person, :secret)
                on conflict (person) do update set secret = excluded.secret, last_step = 0
                where not second_factor.confirmed
                """).param("person", person).param("secret", secret).update();
        return begun == 1 ? Optional.of(Totp.written(secret)) : Optional.empty();
    }

    /** From now on asked for, if the code is right; gives the recovery codes, none where it is wrong. */
    @Transactional
    List<String> confirm(String person, String code) {
        if (asked(person) || !timely(person, code)) {
            return List.of();
        }
        sql.sql("update second_factor set confirmed = true where person = :person")
                .param("person", person)
                .update();
        List<String> codes = Stream.generate(() -> Totp.written(bytes(RECOVERY_BYTES)))
                .limit(RECOVERY_CODES)
                .toList();
        codes.forEach(one -> sql.sql("insert into recovery_code (person, code_hash) values (:person, :hash)")
                .param("person", person)
                .param("hash", hash(one))
                .update());
        return codes;
    }

    /** Whether that is the person's code of the moment or an unused recovery code; either is used up by asking. */
    boolean accepts(String person, String typed) {
        String code = typed.replaceAll("[\\s-]", "");
        return timely(person, code) || recovers(person, code);
    }

    @Transactional
    void remove(String person) {
        sql.sql("delete from recovery_code where person = :person")
                .param("person", person)
                .update();
        sql.sql("delete from second_factor where person = :person")
                .param("person", person)
                .update();
    }

    /** A clock may be half a minute off in either direction. Of two who show the same code, one is refused. */
    private boolean timely(String person, String code) {
        long now = Totp.step(clock.instant());
        return sql
                .sql("select secret from second_factor where person = :person")
                .param("person", person)
                .query((row, index) -> row.getBytes(1))
                .list()
                .stream()
                .flatMap(secret -> LongStream.rangeClosed(now - 1, now + 1)
                        .filter(step -> same(Totp.code(secret, step), code))
                        .boxed())
                .anyMatch(step -> firstUse(person, step));
    }

    private boolean firstUse(String person, long step) {
        return sql.sql("update second_factor set last_step = :step where person = :person and last_step < :step")
                        .param("step", step)
                        .param("person", person)
                        .update()
                == 1;
    }

    private boolean recovers(String person, String code) {
        return sql.sql("""
                update recovery_code set used_at = :now
                where person = :person and code_hash = :hash and used_at is null
                """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("person", person)
                        .param("hash", hash(code.toUpperCase(Locale.ROOT)))
                        .update()
                == 1;
    }

    private byte[] bytes(int many) {
        byte[] bytes = new byte[many];
        random.nextBytes(bytes);
        return bytes;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String code) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("expected SHA-256 in every Java", missing);
        }
    }
}
