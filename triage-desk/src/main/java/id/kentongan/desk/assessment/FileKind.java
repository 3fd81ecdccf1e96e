package id.kentongan.desk.assessment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is by its own bytes, whatever its name says. Anything else is refused. */
public enum FileKind {
    PNG,
    JPEG,
    PDF,
    PCAP,
    TEXT;

    private static final int[] PNG_MARK = {0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    private static final int[] JPEG_MARK = {0xff, 0xd8, 0xff};
    private static final int[] PDF_MARK = {'%', 'P', 'D', 'F', '-'};
    private static final int[] PCAP_LITTLE = {0xd4, 0xc3, 0xb2, 0xa1};
    private static final int[] PCAP_NEW = {0x0a, 0x0d, 0x0d, 0x0a};

    public static Optional<FileKind> of(byte[] content) {
        if (begins(content, PNG_MARK)) {
            return Optional.of(PNG);
        }
        if (begins(content, JPEG_MARK)) {
            return Optional.of(JPEG);
        }
        if (begins(content, PDF_MARK)) {
            return Optional.of(PDF);
        }
        if (begins(content, PCAP_LITTLE) || begins(content, PCAP_NEW)) {
            return Optional.of(PCAP);
        }
        return content.length > 0 && text(content) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean begins(byte[] content, int[] mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(letter ->
                            Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t');
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
