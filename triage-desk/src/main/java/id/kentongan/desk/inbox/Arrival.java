package id.kentongan.desk.inbox;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.desk.shelf.CaseJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** What a record of topic {@code cases} turned out to be. */
sealed interface Arrival {
    /** A case, and the record's value that says so, unchanged. */
    record Legible(Case content, String json) implements Arrival {}

    /** No case. The reason is a short lower-case code, the detail one sentence for whoever looks into it. */
    record Unreadable(String reason, String detail) implements Arrival {}

    int LONGEST_ID = 200;
    Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    static Arrival of(Incoming incoming) {
        byte[] value = incoming.value();
        if (value == null || value.length == 0) {
            return new Unreadable("no-value", "a case is never withdrawn by an empty record");
        }
        try {
            Case content = CaseJson.read(value);
            return objection(incoming, content)
                    .<Arrival>map(unreadable -> unreadable)
                    .orElseGet(() -> new Legible(content, new String(value, StandardCharsets.UTF_8)));
        } catch (JacksonException fault) {
            return new Unreadable("not-a-case", fault.getOriginalMessage());
        }
    }

    /** What the JSON form alone does not promise, and the desk must be able to rely on. */
    private static Optional<Unreadable> objection(Incoming incoming, Case content) {
        if (content.id().isBlank() || content.id().length() > LONGEST_ID) {
            return Optional.of(new Unreadable("bad-id", "expected 1 to " + LONGEST_ID + " characters"));
        }
        if (!content.id().equals(incoming.key())) {
            return Optional.of(new Unreadable("key-is-not-the-id", "the topic would not keep the newest per case"));
        }
        if (content.version() < 1 || content.alertCount() < 0) {
            return Optional.of(new Unreadable("bad-count", "expected a version from 1 and an alert count from 0"));
        }
        return times(content)
                .filter(time -> time.isBefore(EARLIEST) || time.isAfter(LATEST))
                .findFirst()
                .map(time -> new Unreadable("bad-time", time + " is no time an alert can have"));
    }

    private static Stream<Instant> times(Case content) {
        Stream<Instant> ofCase = Stream.of(content.openedAt(), content.firstSeen(), content.lastSeen());
        Stream<Instant> ofFindings =
                content.findings().stream().flatMap(finding -> Stream.of(finding.first(), finding.last()));
        Stream<Instant> ofEvidence = Stream.concat(
                        content.findings().stream().map(Finding::evidence).flatMap(evidence -> evidence.stream()),
                        content.supporting().stream())
                .map(Evidence::time);
        return Stream.of(ofCase, ofFindings, ofEvidence).flatMap(times -> times);
    }
}
