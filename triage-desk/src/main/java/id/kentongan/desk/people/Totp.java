package id.kentongan.desk.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every 30 seconds (RFC 6238 with SHA-1, what every authenticator can do). */
final class Totp {
    static final int SECONDS = 30;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("expected HMAC-SHA-1 in every Java", missing);
        }
    }

    /** Base 32 as authenticators want it: without padding. */
    static String written(byte[] secret) {
        StringBuilder letters = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : secret) {
            held = (held << 8 | (one & 0xff)) & 0xffff;
            for (bits += 8; bits >= 5; bits -= 5) {
                letters.append(BASE32.charAt(held >> (bits - 5) & 31));
            }
        }
        return bits == 0
                ? letters.toString()
                : letters.append(BASE32.charAt(held << (5 - bits) & 31)).toString();
    }
}
