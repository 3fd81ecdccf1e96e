package id.kentongan.desk.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.CaseStanding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.trial.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Case SCAN = Samples.plain("c-1", 1, Severity.LOW, "Pemindaian");

    @Test
    void theNarrowestNamesRuleMachineAndAddress() {
        assertThat(Scope.narrowestFor(SCAN))
                .isEqualTo(new Scope(List.of("brute-force"), "wazuh-1/004", List.of("203.0.113.9"), List.of()));
    }

    @Test
    void withoutAnAddressEverywhereItNamesTheAccounts() {
        Case local = from(null, "root");

        assertThat(Scope.narrowestFor(local).sourceIps()).isEmpty();
        assertThat(Scope.narrowestFor(local).users()).containsExactly("root");
    }

    @Test
    void itCoversEveryFindingItWasMadeForAndNobodyElse() {
        Scope scope = Scope.narrowestFor(SCAN);

        assertThat(SCAN.findings()).allMatch(scope::wouldCover);
        assertThat(from("198.51.100.7", "root").findings()).noneMatch(scope::wouldCover);
    }

    @Test
    void aReplayTellsWhatWouldBeGoneAndNamesWhatWasProved() {
        Scope scope = Scope.narrowestFor(SCAN);

        Replay replay = Replay.of(
                scope,
                List.of(
                        new Replay.Past("KTG-2026-000001", CaseStanding.FALSE_POSITIVE, SCAN),
                        new Replay.Past("KTG-2026-000002", CaseStanding.FALSE_NEGATIVE, SCAN),
                        new Replay.Past("KTG-2026-000003", CaseStanding.FALSE_NEGATIVE, from("198.51.100.7", "root")),
                        new Replay.Past("KTG-2026-000004", CaseStanding.OPEN, both())));

        assertThat(replay.hidden()).containsExactly("KTG-2026-000001", "KTG-2026-000002");
        assertThat(replay.thinner()).containsExactly("KTG-2026-000004");
        assertThat(replay.confirmed()).containsExactly("KTG-2026-000002");
    }

    private static Case from(String address, String user) {
        return Samples.of(
                "c-2",
                1,
                Severity.LOW,
                new Text("a", "b"),
                List.of(Samples.finding(
                        "f-2",
                        "x",
                        Severity.LOW,
                        Samples.evidence("a-2", Samples.START, "failure", address, user, "x"))),
                List.of());
    }

    private static Case both() {
        return Samples.of(
                "c-3",
                1,
                Severity.LOW,
                new Text("a", "b"),
                List.of(
                        SCAN.findings().get(0),
                        from("198.51.100.7", "root").findings().get(0)),
                List.of());
    }
}
