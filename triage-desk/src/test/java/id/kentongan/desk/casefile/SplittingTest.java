package id.kentongan.desk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Tactic;
import id.kentongan.contracts.Text;
import id.kentongan.desk.trial.Samples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplittingTest {
    private static final Finding LOGIN = Samples.finding(
            "f-login",
            "login",
            Severity.MEDIUM,
            Samples.evidence("a-1", Samples.START, "failure", "203.0.113.9", "root", "x"));
    private static final Finding SHELL = Samples.finding(
            "f-shell",
            "shell",
            Severity.CRITICAL,
            Samples.evidence("a-2", Samples.START.plusSeconds(5), "run", "198.51.100.4", null, "x"));
    private static final Evidence BESIDE = Samples.evidence("a-3", Samples.START, "ids", "192.0.2.77", null, "x");
    private static final Case WHOLE =
            Samples.of("c", 3, Severity.CRITICAL, new Text("t", "t"), List.of(LOGIN, SHELL), List.of(BESIDE));

    @Test
    void whatGoesIsACaseOfItsOwn() {
        Case part = Splitting.off(WHOLE, List.of(SHELL), "s-1");

        assertThat(part.id()).isEqualTo("s-1");
        assertThat(part.version()).isEqualTo(1);
        assertThat(part.title()).isEqualTo(SHELL.title());
        assertThat(part.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(part.findings()).containsExactly(SHELL);
        assertThat(part.supporting()).isEmpty();
        assertThat(part.sourceIps()).containsExactly("198.51.100.4");
        assertThat(part.users()).isEmpty();
        assertThat(part.alertsByRule()).isEqualTo(Map.of("5760", 11L));
        assertThat(part.alertCount()).isEqualTo(11);
    }

    @Test
    void whatStaysKeepsItsNameAndForgetsWhatWent() {
        Case rest = Splitting.without(WHOLE, Set.of("f-shell"));

        assertThat(rest.id()).isEqualTo("c");
        assertThat(rest.version()).isEqualTo(3);
        assertThat(rest.title()).isEqualTo(WHOLE.title());
        assertThat(rest.findings()).containsExactly(LOGIN);
        assertThat(rest.supporting()).containsExactly(BESIDE);
        assertThat(rest.sourceIps()).containsExactly("203.0.113.9", "192.0.2.77");
        assertThat(rest.users()).containsExactly("root");
    }

    @Test
    void whatTheJobFoundOfTheWholeStays() {
        Case part = Samples.partOf("c-bigger", "c", Severity.LOW, "t", Tactic.PERSISTENCE);

        Case rest = Splitting.without(part, Set.of("f-gone"));

        assertThat(rest.mergedInto()).isEqualTo("c-bigger");
        assertThat(rest.stages()).containsExactly(Tactic.PERSISTENCE);
    }

    @Test
    void nothingGoneChangesNothing() {
        assertThat(Splitting.without(WHOLE, Set.of())).isSameAs(WHOLE);
        assertThatIllegalArgumentException().isThrownBy(() -> Splitting.off(WHOLE, List.of(), "s-1"));
    }
}
