package id.kentongan.desk.inbox;

import id.kentongan.contracts.Finding;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a record of topic {@code findings} turned out to be: one of the two is there.
 *
 * @param refused why it is no finding
 */
record FindingArrival(@Nullable Finding content, Arrival.@Nullable Unreadable refused) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static FindingArrival of(Incoming incoming) {
        byte[] value = incoming.value();
        if (value == null || value.length == 0) {
            return refuse("no-value", "a finding is withdrawn by a mark, never by an empty record");
        }
        try {
            Finding content = JSON.readValue(value, Finding.class);
            return content == null ? refuse("not-a-finding", "JSON null") : checked(content);
        } catch (JacksonException fault) {
            return refuse("not-a-finding", fault.getOriginalMessage());
        }
    }

    private static FindingArrival checked(Finding content) {
        if (Stream.of(content.id(), content.ruleId())
                .anyMatch(name -> name.isBlank() || name.length() > Arrival.LONGEST_ID)) {
            return refuse("bad-id", "expected 1 to " + Arrival.LONGEST_ID + " characters, of the rule too");
        }
        if (content.matches() < 1) {
            return refuse("bad-count", "expected matches from 1");
        }
        if (content.last().isBefore(Arrival.EARLIEST) || content.last().isAfter(Arrival.LATEST)) {
            return refuse("bad-time", content.last() + " is no time an alert can have");
        }
        return new FindingArrival(content, null);
    }

    private static FindingArrival refuse(String reason, String detail) {
        return new FindingArrival(null, new Arrival.Unreadable(reason, detail));
    }
}
