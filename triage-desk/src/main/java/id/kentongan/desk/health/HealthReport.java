package id.kentongan.desk.health;

import id.kentongan.contracts.Gap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the data at one moment.
 *
 * @param gaps the newest of them
 * @param gapCount all that are kept
 * @param rejected lines that forwarder or job refused, by reason
 * @param refused records that the desk refused, by topic and reason
 * @param newestCase when the newest version of any case came, UTC; null = none came yet
 */
record HealthReport(
        Instant at,
        Wholeness wholeness,
        List<SourceStanding> sources,
        List<Gap> gaps,
        long gapCount,
        List<RejectedBook.Count> rejected,
        List<RejectedLine> latestRejected,
        List<Places.Refused> refused,
        List<Places.Latest> latestRefused,
        List<Reader> readers,
        JobStanding job,
        List<Places.Leaving> leaving,
        @Nullable Instant newestCase) {
    HealthReport {
        sources = List.copyOf(sources);
        gaps = List.copyOf(gaps);
        rejected = List.copyOf(rejected);
        latestRejected = List.copyOf(latestRejected);
        refused = List.copyOf(refused);
        latestRefused = List.copyOf(latestRefused);
        readers = List.copyOf(readers);
        leaving = List.copyOf(leaving);
    }
}
