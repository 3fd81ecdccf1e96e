package id.kentongan.job.intake;

import id.kentongan.contracts.Evidence;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Makes attackers' text harmless to show: no control characters, no text-direction tricks, no lone surrogates. */
final class PlainText {
    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    static String clean(String text, int maxCharacters) {
        if (isHarmlessAscii(text)) {
            return text.length() <= maxCharacters ? text : text.substring(0, maxCharacters);
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), maxCharacters));
        for (int i = 0; i < text.length() && clean.length() < maxCharacters; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            clean.appendCodePoint(shown(c));
        }
        return clean.toString();
    }

    /** At most {@link Evidence#EXCERPT_BYTES} bytes of UTF-8, cut between characters. */
    static String excerpt(String text) {
        String clean = clean(text, Evidence.EXCERPT_BYTES);
        if (isHarmlessAscii(clean)) {
            return clean;
        }
        var encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteBuffer room = ByteBuffer.allocate(Evidence.EXCERPT_BYTES);
        CharBuffer in = CharBuffer.wrap(clean);
        encoder.encode(in, room, true);
        return clean.substring(0, in.position());
    }

    /** Most texts are. */
    private static boolean isHarmlessAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static int shown(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return ' ';
        }
        int type = Character.getType(c);
        boolean harmless = type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
        return harmless ? c : REPLACEMENT;
    }
}
