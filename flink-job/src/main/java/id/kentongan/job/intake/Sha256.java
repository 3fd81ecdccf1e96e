package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256. */
public final class Sha256 {
    private static final int SHORT = 16;

    private static final MessageDigest FRESH = fresh();

    private Sha256() {}

    /** As lower-case hex. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /** 64 bits of it: enough to name findings and cases. */
    public static String name(String text) {
        return hex(text.getBytes(UTF_8)).substring(0, SHORT);
    }

    /** 128 bits of it: enough to tell any two alerts apart. */
    static long[] twoLongs(String text) {
        ByteBuffer hash = ByteBuffer.wrap(digest(text.getBytes(UTF_8)));
        return new long[] {hash.getLong(), hash.getLong()};
    }

    /** A copy of a fresh one costs a third of what looking it up among the providers does. */
    private static byte[] digest(byte[] bytes) {
        try {
            return ((MessageDigest) FRESH.clone()).digest(bytes);
        } catch (CloneNotSupportedException e) {
            return fresh().digest(bytes);
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
