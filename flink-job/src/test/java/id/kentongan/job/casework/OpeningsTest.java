package id.kentongan.job.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningsTest {
    private static final long NOON = Instant.parse("2026-11-07T05:00:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int TWO_A_DAY = 2;

    private Openings openings = Openings.NONE;

    @Test
    void withRoomInTheBudgetWhatIsOverTheLineOpens() {
        opened(1, 1.0, NOON);

        assertThat(admits(2, 1.0, NOON)).isTrue();
    }

    @Test
    void beyondTheBudgetOnlyWhatIsGreaterThanTheLeastOfTheGreatestOpens() {
        opened(1, 1.5, NOON);
        opened(2, 3.0, NOON);
        opened(3, 1.2, NOON);

        assertThat(admits(4, 1.4, NOON)).isFalse();
        assertThat(admits(4, 1.5, NOON)).isFalse();
        assertThat(admits(4, 1.6, NOON)).isTrue();
    }

    @Test
    void aLongerPastHasMoreRoom() {
        opened(1, 1.5, NOON);
        opened(2, 3.0, NOON);

        assertThat(openings.admits(3, 1.0, Board.EMPTY, TWO_A_DAY, NOON - 2 * DAY, NOON))
                .isTrue();
    }

    @Test
    void whatWasTwoWeeksAgoCountsNoMore() {
        opened(1, 3.0, NOON - 14 * DAY);
        opened(2, 3.0, NOON - 14 * DAY);

        assertThat(admits(3, 1.0, NOON)).isTrue();
    }

    @Test
    void whatIsHeldBackRaisesTheLineForOthersAndNotForItself() {
        opened(1, 1.1, NOON);
        openings = openings.heldBack(2, 1.2, NOON).heldBack(2, 1.4, NOON);

        assertThat(openings.held()).isEqualTo(1);
        assertThat(admits(2, 1.2, NOON)).isTrue();
        assertThat(admits(3, 1.1, NOON)).isFalse();

        openings = openings.opened(2, "c-2", 1.6, NOON);
        assertThat(openings.past()).extracting(Openings.Opening::caseId).containsExactly("c-1", "c-2");
    }

    @Test
    void aCaseCountsWithWhatItHasGrownTo() {
        opened(1, 1.0, NOON);
        opened(2, 1.0, NOON);
        Board grown = new Board(List.of(grown("c-1"), grown("c-2")), List.of(), List.of(), List.of());

        assertThat(openings.admits(3, 1.5, grown, TWO_A_DAY, NOON, NOON)).isFalse();
    }

    private static CaseCard grown(String id) {
        return CaseCard.openedAt(id, NOON).risen(CaseCard.LINE * 2, CaseCard.LINE * 2, NOON);
    }

    private void opened(long gathering, double beyond, long time) {
        openings = openings.opened(gathering, "c-" + gathering, beyond, time);
    }

    private boolean admits(long gathering, double beyond, long time) {
        return openings.admits(gathering, beyond, Board.EMPTY, TWO_A_DAY, time, time);
    }
}
