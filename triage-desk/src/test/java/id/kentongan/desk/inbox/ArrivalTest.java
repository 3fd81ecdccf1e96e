package id.kentongan.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.trial.Samples;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArrivalTest {
    private static final Case CASE = Samples.plain("c-1", 1, Severity.LOW, "Judul");
    private static final String JSON = new String(Samples.json(CASE), StandardCharsets.UTF_8);

    @Test
    void aCaseIsReadWhole() {
        assertThat(arrival("c-1", JSON)).isEqualTo(new Arrival.Legible(CASE, JSON));
    }

    @Test
    void whatALaterJobAddsIsIgnored() {
        String later = JSON.replaceFirst("\\{", "{\"verdict\": {\"by\": [1]}, ");

        assertThat(arrival("c-1", later)).isEqualTo(new Arrival.Legible(CASE, later));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("no-value", "c-1", null),
                Arguments.of("no-value", "c-1", ""),
                Arguments.of("not-a-case", "c-1", "null"),
                Arguments.of("not-a-case", "c-1", "{\"id\":"),
                Arguments.of("not-a-case", "c-1", "[]"),
                Arguments.of("not-a-case", "c-1", JSON + "{}"),
                Arguments.of("not-a-case", "c-1", JSON.replace("\"LOW\"", "\"WORST\"")),
                Arguments.of("not-a-case", "c-1", JSON.replace("\"title\":{", "\"titles\":{")),
                Arguments.of("not-a-case", "c-1", "[".repeat(5000)),
                Arguments.of("key-is-not-the-id", "c-2", JSON),
                Arguments.of("key-is-not-the-id", null, JSON),
                Arguments.of("bad-count", "c-1", JSON.replace("\"version\":1", "\"version\":0")),
                Arguments.of("bad-id", " ", JSON.replace("\"c-1\"", "\" \"")),
                Arguments.of("bad-id", "x".repeat(201), JSON.replace("\"c-1\"", "\"" + "x".repeat(201) + "\"")),
                Arguments.of("bad-time", "c-1", JSON.replace("2026-11-02T01:15:31Z", "+100000-11-02T01:15:31Z")),
                Arguments.of("bad-time", "c-1", JSON.replace("2026-11-02T01:14:31Z", "1969-11-02T01:14:31Z")));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNoCaseIsAValueWithItsReason(String reason, @Nullable String key, @Nullable String value) {
        assertThat(arrival(key, value))
                .isInstanceOfSatisfying(
                        Arrival.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(reason));
    }

    private static Arrival arrival(@Nullable String key, @Nullable String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        return Arrival.of(new Incoming("cases", 0, 7, key, bytes));
    }
}
