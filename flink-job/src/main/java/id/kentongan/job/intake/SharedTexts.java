package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One string for texts that come again and again, such as an agent or a Wazuh rule: what waits and what the journal keeps
 * holds them once, and a string that is looked up often has its hash at hand. A text pushes out another that falls on its
 * place, so memory is bounded whatever attackers write. One thread.
 */
final class SharedTexts {
    private static final int PLACES = 1 << 12;
    private static final int LONGEST = 128;

    private final String[] known = new String[PLACES];

    /** The text of these bytes of UTF-8. */
    String of(byte[] bytes, int at, int length) {
        if (length > LONGEST) {
            return new String(bytes, at, length, UTF_8);
        }
        int hash = length;
        for (int i = at; i < at + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ hash >>> 12) & (PLACES - 1);
        String there = known[place];
        if (there == null || !isAscii(there, bytes, at, length)) {
            there = new String(bytes, at, length, UTF_8);
            known[place] = there;
        }
        return there;
    }

    /** Whether the text is these bytes, all of them ASCII. */
    private static boolean isAscii(String text, byte[] bytes, int at, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != bytes[at + i]) {
                return false;
            }
        }
        return true;
    }
}
