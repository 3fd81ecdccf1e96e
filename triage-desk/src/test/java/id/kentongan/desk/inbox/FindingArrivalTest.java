package id.kentongan.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.trial.Samples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class FindingArrivalTest {
    private static final Finding FINDING =
            Samples.finding("f-1", "Tebak sandi", Severity.LOW, Samples.evidence("a-1", Samples.START, "failure"));
    private static final String JSON = new JsonMapper().writeValueAsString(FINDING);

    @Test
    void aFindingIsReadWhateverElseItBrings() {
        FindingArrival arrival = arrival(JSON.replaceFirst("\\{", "{\"later\":1,"));

        assertThat(arrival.content()).isEqualTo(FINDING);
        assertThat(arrival.refused()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', no-value",
        "null, not-a-finding",
        "[], not-a-finding",
        "{}, not-a-finding",
        "'\"id\":\"f-1\"=\"id\":\" \"', bad-id",
        "'\"matches\":2=\"matches\":0', bad-count",
        "'\"last\":\"2026=\"last\":\"9026', bad-time"
    })
    void whatIsNoneIsRefusedWithAReason(String change, String reason) {
        String[] both = change.split("=", 2);
        String json = both.length < 2 ? change : JSON.replace(both[0], both[1]);

        FindingArrival arrival = arrival(json);

        assertThat(arrival.content()).isNull();
        assertThat(arrival.refused()).extracting(Arrival.Unreadable::reason).isEqualTo(reason);
    }

    private static FindingArrival arrival(String json) {
        return FindingArrival.of(new Incoming("findings", 0, 0, "wazuh-1/004", json.getBytes(StandardCharsets.UTF_8)));
    }
}
