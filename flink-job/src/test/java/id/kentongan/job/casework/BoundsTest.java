package id.kentongan.job.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final Instant NOON = Instant.parse("2026-11-07T05:00:00Z");

    private final PlainMemory memory = new PlainMemory();
    private final Casework casework = new Casework(memory, Casework.CASES_A_DAY);

    @Test
    void ofMoreCasesThanFitTheLongestQuietAreForgottenWithAllTheyHold() {
        for (int i = 0; i < Board.MOST_CASES; i++) {
            found("f" + i, "%04d".formatted(i), NOON.plusSeconds(i));
        }
        found("again", "0000", NOON.plusSeconds(2_000));
        String quietest = memory.board().cases().get(1).id();
        for (int i = 0; i < 10; i++) {
            found("g" + i, "new" + i, NOON.plusSeconds(3_000 + i));
        }

        assertThat(memory.cases()).isEqualTo(Board.MOST_CASES);
        assertThat(memory.board().cases()).hasSize(Board.MOST_CASES);
        assertThat(memory.open(quietest)).isNull();
        assertThat(memory.board().cases().get(0).agents()).containsKey("m/0000");
    }

    @Test
    void anAgentThatIsGoneIsForgottenAndCountsNoMore() {
        for (int i = 0; i < 100; i++) {
            found("f" + i, "%04d".formatted(i), NOON.plusSeconds(i));
        }
        found("last", "9999", NOON.plus(AgentFile.FORGOTTEN).plus(Duration.ofDays(1)));

        assertThat(memory.agents()).isEqualTo(1);
        assertThat(memory.totals()).extracting(ScopeTotals::agents).isEqualTo(1L);
    }

    private void found(String id, String agent, Instant at) {
        casework.take(
                new Finding(
                        id,
                        "rule",
                        "sha",
                        new Text("Judul", "Title"),
                        Severity.HIGH,
                        EntityKind.AGENT,
                        "m/" + agent,
                        new Asset("m", agent, null, null),
                        at,
                        at,
                        1,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                at.toEpochMilli());
    }
}
