package id.kentongan.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class ClockfaceTest {
    private static final Instant NOW = Instant.parse("2026-11-02T01:30:00Z");

    private final Clockface clockface =
            new Clockface(ZoneId.of("Asia/Jakarta"), Clock.fixed(NOW, ZoneOffset.UTC), messages());

    private static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 min, 0 min",
        "PT59M, 59 min, 59 min",
        "PT7H30M, 7 h 30 min, 7 h 30 min",
        "PT15H, 15 h, 15 h",
        "PT47H59M, 47 h 59 min, 47 h 59 min",
        "PT52H30M, 52 h 30 min, 2 days 4 h",
        "PT71H59M, 71 h 59 min, 2 days 23 h",
        "PT72H, 72 h, 3 days"
    })
    void workIsCountedInHoursAndWallTimeInDays(Duration span, String worked, String wall) {
        assertThat(clockface.worked(span, Language.ENGLISH)).isEqualTo(worked);
        assertThat(clockface.span(span, Language.ENGLISH)).isEqualTo(wall);
    }

    @Test
    void indonesianSaysTheSame() {
        assertThat(clockface.worked(Duration.ofMinutes(3150), Language.INDONESIAN))
                .isEqualTo("52 jam 30 mnt");
        assertThat(clockface.span(Duration.ofHours(71), Language.INDONESIAN)).isEqualTo("2 hari 23 jam");
    }

    @Test
    void nobodyHasWaitedSinceJustNow() {
        assertThat(clockface.since(NOW.minusSeconds(59), Language.ENGLISH)).isEmpty();
        assertThat(clockface.since(NOW.minusSeconds(60), Language.ENGLISH)).isEqualTo("1 min");
    }
}
