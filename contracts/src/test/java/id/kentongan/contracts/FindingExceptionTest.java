package id.kentongan.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the one function that job and desk share. */
class FindingExceptionTest {
    private static final Instant FROM = Instant.parse("2026-11-02T03:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(30));

    /** The finding: rule brute-force, agent m/004, latest match an hour after the beginning, two alerts. */
    @ParameterizedTest(name = "{8}: {7}")
    @CsvSource(
            nullValues = "-",
            value = {
                "brute-force, m/004,   -,      -,    60, '9|9', 'a|a', true,  rule and agent",
                "brute-force, m/005,   -,      -,    60, '9|9', 'a|a', false, another agent",
                "brute-force, n/004,   -,      -,    60, '9|9', 'a|a', false, another node",
                "web-shell,   m/004,   -,      -,    60, '9|9', 'a|a', false, another rule",
                "brute-force, -,       9,      -,    60, '9|9', 'a|a', true,  all from the address",
                "brute-force, -,       9,      -,    60, '9|8', 'a|a', false, one from elsewhere",
                "brute-force, -,       '9|8',  -,    60, '9|8', 'a|a', true,  all from one of two addresses",
                "brute-force, -,       9,      -,    60, '9|-', 'a|a', false, one without an address",
                "brute-force, -,       9,      -,    60, '',    '',    false, no evidence shown",
                "brute-force, -,       -,      a,    60, '9|9', 'a|a', true,  all of the account",
                "brute-force, -,       -,      a,    60, '9|9', 'a|b', false, one of another account",
                "brute-force, m/004,   9,      a,    60, '9|9', 'a|a', true,  everything fits",
                "brute-force, m/004,   9,      b,    60, '9|9', 'a|a', false, one of three does not",
                "brute-force, m/004,   -,      -,    0,  '9|9', 'a|a', true,  at the very beginning",
                "brute-force, m/004,   -,      -,    -1, '9|9', 'a|a', false, before",
                "brute-force, m/004,   -,      -, 43200, '9|9', 'a|a', false, at the very end",
                "brute-force, m/004,   -,      -, 43199, '9|9', 'a|a', true,  just before the end"
            })
    void coversWhatFitsInEveryRespect(
            String rule,
            String agent,
            String address,
            String user,
            int minute,
            String addresses,
            String users,
            boolean covered) {
        FindingException exception =
                exception(ExceptionKind.VERDICT, list(rule), list(agent), list(address), list(user));

        assertThat(exception.covers(finding(FROM.plus(Duration.ofMinutes(minute)), addresses, users)))
                .isEqualTo(covered);
    }

    @Test
    void windowWithoutRulesCoversFindingsOfAnyRule() {
        FindingException window = exception(ExceptionKind.VA_WINDOW, List.of(), List.of(), List.of("9"), List.of());

        assertThat(window.covers(finding(FROM, "9|9", "a|a"))).isTrue();
        assertThat(window.covers(finding(FROM, "9|7", "a|a"))).isFalse();
    }

    @Test
    void exceptionForEverythingOrForEverIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exception(ExceptionKind.VERDICT, List.of(), list("m/004"), List.of(), List.of()))
                .withMessageContaining("name its rules");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exception(ExceptionKind.VERDICT, list("r"), List.of(), List.of(), List.of()))
                .withMessageContaining("agents, source addresses or users");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FindingException(
                        "x",
                        ExceptionKind.VERDICT,
                        list("r"),
                        list("m/004"),
                        List.of(),
                        List.of(),
                        "o",
                        "r",
                        FROM,
                        FROM.plus(Duration.ofDays(91))))
                .withMessageContaining("90 days");
    }

    private static FindingException exception(
            ExceptionKind kind, List<String> rules, List<String> agents, List<String> addresses, List<String> users) {
        return new FindingException("x", kind, rules, agents, addresses, users, "budi", "uji", FROM, UNTIL);
    }

    private static List<String> list(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\\|", -1));
    }

    private static Finding finding(Instant last, String addresses, String users) {
        List<String> from = list(addresses);
        List<String> of = list(users);
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            String address = from.get(i).equals("-") ? null : from.get(i);
            evidence.add(new Evidence(
                    "m|" + i + "|5760|004",
                    last,
                    "failure",
                    "5760",
                    5,
                    "d",
                    address,
                    of.get(i),
                    null,
                    null,
                    "x",
                    "s",
                    "0/" + i));
        }
        return new Finding(
                "f",
                "brute-force",
                "sha",
                new Text("Judul", "Title"),
                Severity.HIGH,
                EntityKind.AGENT,
                "m/004",
                new Asset("m", "004", "web-01", null),
                last,
                last,
                1,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                evidence,
                List.of());
    }
}
