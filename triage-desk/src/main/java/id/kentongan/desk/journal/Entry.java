package id.kentongan.desk.journal;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One link of the chain.
 *
 * @param seq from 1, without gaps
 * @param subject case number or name of the person whom the deed touched
 * @param previous hash of the link before; of the first, 64 zeros
 */
public record Entry(
        long seq, Instant at, String actor, String role, String deed, String subject, String detail, String previous) {
    static final String BEGINNING = "0".repeat(64);

    public Entry {
        requireNonNull(at, "at");
        requireNonNull(previous, "previous");
    }

    /** SHA-256 over all fields, each preceded by its length, so that no text can pass for two. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String field :
                    List.of(Long.toString(seq), at.toString(), actor, role, deed, subject, detail, previous)) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("expected SHA-256 in every Java", missing);
        }
    }
}
