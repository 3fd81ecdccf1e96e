package id.kentongan.desk.casefile;

import static id.kentongan.desk.trial.Samples.START;
import static id.kentongan.desk.trial.Samples.evidence;
import static id.kentongan.desk.trial.Samples.finding;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.trial.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Evidence first = evidence("a1", START, "failure");
    private final Evidence second = evidence("a2", START.plusSeconds(2), "failure");
    private final Evidence success = evidence("a3", START.plusSeconds(9), "success");
    private final Evidence ids = evidence("i1", START.plusSeconds(5), "ids");

    @Test
    void findingsAndSupportingAlertsStandInOneOrderOfTime() {
        List<Moment> timeline = Timeline.of(of(List.of(ids), finding("f1", "A", Severity.LOW, success, first)));

        assertThat(timeline).extracting(moment -> moment.evidence().alert()).containsExactly("a1", "i1", "a3");
        assertThat(timeline).extracting(Moment::supporting).containsExactly(false, true, false);
    }

    @Test
    void anAlertUnderTwoFindingsStandsOnce() {
        List<Moment> timeline = Timeline.of(
                of(List.of(), finding("f1", "A", Severity.LOW, first), finding("f2", "B", Severity.LOW, first)));

        assertThat(timeline).hasSize(1);
        assertThat(timeline.get(0).findings()).extracting(Text::id).containsExactly("A", "B");
    }

    @Test
    void aRunOfTheSameIsDrawnTogether() {
        List<Moment> timeline = Timeline.of(of(List.of(), finding("f1", "A", Severity.LOW, first, second, success)));

        assertThat(timeline).extracting(Moment::alerts).containsExactly(2, 1);
        assertThat(timeline.get(0).last()).isEqualTo(second.time());
    }

    @Test
    void aRunEndsWhereSomethingElseHappened() {
        Evidence between = evidence("i1", START.plusSeconds(1), "ids");

        List<Moment> timeline = Timeline.of(of(List.of(between), finding("f1", "A", Severity.LOW, first, second)));

        assertThat(timeline).extracting(Moment::alerts).containsExactly(1, 1, 1);
    }

    private static Case of(List<Evidence> supporting, Finding... findings) {
        return Samples.of("c1", 1, Severity.LOW, new Text("x", "x"), List.of(findings), supporting);
    }
}
