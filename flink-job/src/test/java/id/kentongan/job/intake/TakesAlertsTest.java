package id.kentongan.job.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Gap;
import id.kentongan.contracts.GapReason;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakesAlertsTest {
    private static final Instant T = Instant.parse("2026-11-02T01:00:00Z");

    private IntakeChain chain;

    @BeforeEach
    void open() throws Exception {
        chain = new IntakeChain();
    }

    @AfterEach
    void close() throws Exception {
        chain.close();
    }

    @Test
    void whatARestartedForwarderSendsAgainIsTakenOnceAlsoOverARestartOfTheJob() throws Exception {
        chain.alert(alert(1), "file", 7, 0, 1);
        chain.alert(alert(2), "file", 7, 0, 2);
        chain.restart();
        chain.alert(alert(1), "file", 7, 0, 1);
        chain.alert(alert(2), "file", 7, 0, 2);
        chain.alert(alert(3), "file", 7, 0, 3);

        assertThat(chain.taken()).extracting(Alert::id).containsExactly("1.1", "1.2", "1.3");
        assertThat(chain.gaps()).isEmpty();
    }

    @Test
    void whatASourceSentWithAHeaderForEachIsTheSameAlertAsWithOneForAll() throws Exception {
        chain.alertInParts(alert(1), "file", 7, 0, 1);
        chain.alert(alert(1), "file", 7, 0, 1);
        chain.alert(alert(2), "file", 7, 0, 2);
        chain.alertInParts(alert(2), "file", 7, 0, 2);
        chain.heartbeat(T, "file", 7, 0, 2);

        assertThat(chain.taken()).extracting(Alert::id).containsExactly("1.1", "1.2");
        assertThat(chain.gaps()).isEmpty();
    }

    @Test
    void whatIsRefusedIsToldWithItsPlaceInTheFile() throws Exception {
        chain.alert("no json", "file", 7, 0, 1);

        assertThat(chain.refused()).hasSize(1);
        assertThat(chain.refused().get(0).source()).isEqualTo("file");
        assertThat(chain.refused().get(0).where()).isEqualTo("alerts 0/0, file f g 17");
    }

    @Test
    void whatNeverArrivedIsTheLedgersGapBetweenTwoHeartbeats() throws Exception {
        chain.alert(alert(1), "file", 7, 0, 1);
        chain.heartbeat(T, "file", 7, 0, 1);
        chain.alert(alert(4), "file", 7, 0, 4);
        chain.heartbeat(T.plusSeconds(1), "file", 7, 0, 6);
        chain.heartbeat(T.plusSeconds(2), "file", 7, 0, 6);

        assertThat(chain.gaps()).hasSize(1);
        Gap gap = chain.gaps().get(0);
        assertThat(gap.reason()).isEqualTo(GapReason.LOST_IN_TOPIC);
        assertThat(gap.alerts()).isEqualTo(4);
        assertThat(gap.from()).isEqualTo(T);
        assertThat(gap.to()).isEqualTo(T.plusSeconds(1));
        assertThat(gap.source()).isEqualTo("file");
    }

    @Test
    void markerOfARefusedLineKeepsTheCount() throws Exception {
        chain.alert(alert(1), "file", 7, 0, 1);
        chain.marker("over-long", "file", 7, 0, 2);
        chain.alert(alert(3), "file", 7, 0, 3);
        chain.heartbeat(T, "file", 7, 0, 3);

        assertThat(chain.taken()).hasSize(2);
        assertThat(chain.refused()).isEmpty();
        assertThat(chain.gaps()).isEmpty();
    }

    @Test
    void gapThatASourceTellsIsHandedOn() throws Exception {
        chain.gap("""
                {"id":"g","source":"file","node":"n","reason":"TRUNCATED","from":"2026-11-02T01:00:00Z",
                 "to":"2026-11-02T02:00:00Z","alerts":-1,"detail":"f","later":"field"}""", "file", 7, 0, 0);

        assertThat(chain.gaps()).extracting(Gap::reason).containsExactly(GapReason.TRUNCATED);
    }

    @Test
    void emptyRecordsThatAreNothingKnownAreRefusedWithAReason() throws Exception {
        chain.send("", 0, new RecordHeaders());
        chain.gap("{\"id\":1}", "file", 7, 0, 0);

        assertThat(chain.refused()).extracting(Refusal::reason).containsExactly("empty", "bad-heartbeat");
    }

    @Test
    void producerThatNumbersNothingIsTakenAsItComes() throws Exception {
        chain.send(alert(1), 0, new RecordHeaders());
        chain.send(alert(1), 0, new RecordHeaders());

        assertThat(chain.taken()).hasSize(2);
    }

    static String alert(int number) {
        return "{\"timestamp\":\"2026-11-02T01:00:00.000+0000\",\"id\":\"1." + number
                + "\",\"rule\":{\"id\":\"5760\"},\"manager\":{\"name\":\"m\"},\"agent\":{\"id\":\"004\"}}";
    }
}
