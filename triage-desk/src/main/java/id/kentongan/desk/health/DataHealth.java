package id.kentongan.desk.health;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the data is whole at one moment, for programs. Times are UTC; texts of others are as they wrote them.
 *
 * @param word {@code whole}, {@code not_whole} or {@code unknown}
 * @param jobBehind alerts that the job has not noted as read; null = not known
 * @param newestCase when the newest version of any case came; null = none came yet
 */
public record DataHealth(
        Instant at,
        String word,
        List<Lack> missing,
        List<Source> sources,
        @Nullable Long jobBehind,
        @Nullable Instant newestCase) {
    public DataHealth {
        missing = List.copyOf(missing);
        sources = List.copyOf(sources);
    }

    /** What is not seen, or not known to be seen; {@code what} is a source or topic. */
    public record Lack(
            String kind,
            String what,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /** A source of alerts, and when it was last heard. */
    public record Source(String name, String life, @Nullable Instant heard) {}

    static DataHealth of(HealthReport report) {
        return new DataHealth(
                report.at(),
                lower(report.wholeness().word()),
                report.wholeness().missing().stream()
                        .map(one -> new Lack(lower(one.kind()), one.what(), one.since(), one.until()))
                        .toList(),
                report.sources().stream()
                        .map(one -> new Source(one.facts().source(), lower(one.life()), one.heard()))
                        .toList(),
                report.job().behind(),
                report.newestCase());
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
