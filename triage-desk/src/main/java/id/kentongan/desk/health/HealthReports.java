package id.kentongan.desk.health;

import id.kentongan.contracts.Gap;
import id.kentongan.contracts.Topic;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what is known of the data at this moment. */
@Component
public class HealthReports {
    private final SourceBook sources;
    private final GapBook gaps;
    private final RejectedBook rejected;
    private final JobProgress progress;
    private final Places places;
    private final Clock clock;

    HealthReports(
            SourceBook sources, GapBook gaps, RejectedBook rejected, JobProgress progress, Places places, Clock clock) {
        this.sources = sources;
        this.gaps = gaps;
        this.rejected = rejected;
        this.progress = progress;
        this.places = places;
        this.clock = clock;
    }

    public DataHealth forPrograms() {
        return DataHealth.of(now());
    }

    HealthReport now() {
        Instant now = clock.instant();
        List<Reader> readers = places.readers();
        boolean alerts = keepsUp(Topic.ALERTS, readers, now);
        boolean ledger = keepsUp(Topic.LEDGER, readers, now);
        List<SourceStanding> standing = sources.all().stream()
                .map(one -> SourceStanding.of(one, alerts, ledger, now))
                .toList();
        List<Gap> newest = gaps.newest();
        JobStanding job = JobStanding.of(progress.place().orElse(null), now);
        return new HealthReport(
                now,
                Wholeness.of(standing, newest, readers, job, now),
                standing,
                newest,
                gaps.count(),
                rejected.counts(),
                rejected.latest(),
                places.refused(),
                places.latestRefused(),
                readers,
                job,
                places.leaving(),
                places.newestCase().orElse(null));
    }

    private static boolean keepsUp(Topic topic, List<Reader> readers, Instant now) {
        return readers.stream()
                .anyMatch(one -> one.topic().equals(topic.named("")) && one.state(now) == Reader.State.KEEPS_UP);
    }
}
