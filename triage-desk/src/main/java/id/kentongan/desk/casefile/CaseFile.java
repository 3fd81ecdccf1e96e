package id.kentongan.desk.casefile;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Case;
import java.time.Instant;

/**
 * One case as the desk holds it: what the job wrote, under the number that people use.
 *
 * @param content the newest version that came
 * @param firstReceived when its first version reached the desk, UTC
 * @param lastReceived when the newest version reached the desk, UTC
 */
public record CaseFile(CaseNumber number, Case content, Instant firstReceived, Instant lastReceived) {
    public CaseFile {
        requireNonNull(number, "number");
        requireNonNull(content, "content");
        requireNonNull(firstReceived, "firstReceived");
        requireNonNull(lastReceived, "lastReceived");
    }
}
