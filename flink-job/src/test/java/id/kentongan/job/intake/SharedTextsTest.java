package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
    private static final String ALPHABET = "aB1.é漢\u0000\u007f";

    private final SharedTexts shared = new SharedTexts();

    @Test
    void textThatComesAgainIsTheSameString() {
        assertThat(of("sshd: brute force")).isSameAs(of("sshd: brute force"));
    }

    @Test
    void everyTextIsItselfWhateverCameBefore() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(5); length > 0; length--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            assertThat(of(text.toString())).isEqualTo(text.toString());
        }
    }

    @Test
    void longTextIsNotKept() {
        String text = "x".repeat(129);

        assertThat(of(text)).isEqualTo(text).isNotSameAs(of(text));
    }

    private String of(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(UTF_8);
        return shared.of(bytes, 1, bytes.length - 2);
    }
}
