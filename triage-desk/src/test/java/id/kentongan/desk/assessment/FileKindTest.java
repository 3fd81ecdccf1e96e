package id.kentongan.desk.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
    @Test
    void aFileIsWhatItsBytesSay() {
        assertThat(FileKind.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}))
                .contains(FileKind.PNG);
        assertThat(FileKind.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).contains(FileKind.PDF);
        assertThat(FileKind.of("uid=33(www-data)\n".getBytes(StandardCharsets.UTF_8)))
                .contains(FileKind.TEXT);
    }

    /** A zip, a program, a picture cut short, an old text in another encoding, terminal commands. */
    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004", "MZ\u0000", "\u007fELF", "\u0089PNG", "h\u00e9", "\u001b[31m", ""})
    void anythingElseIsRefused(String content) {
        assertThat(FileKind.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }
}
