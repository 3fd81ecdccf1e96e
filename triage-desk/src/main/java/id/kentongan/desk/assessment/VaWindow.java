package id.kentongan.desk.assessment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the team's own scanner works on the machine of a case.
 *
 * @param sourceIps of the scanner, as logs write them
 */
public record VaWindow(List<String> sourceIps, Instant from, Instant until) {
    /** A step of two working days does not need more. */
    static final Duration LONGEST = Duration.ofDays(14);

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]+");
    private static final int MOST = 20;

    public VaWindow {
        sourceIps = List.copyOf(sourceIps);
        requireNonNull(from, "from");
        requireNonNull(until, "until");
    }

    /** The window that somebody typed; empty unless it names addresses and a sensible span. */
    static Optional<VaWindow> of(String addresses, @Nullable Instant from, @Nullable Instant until) {
        List<String> ips = Arrays.stream(addresses.split("[\\s,;]+"))
                .filter(one -> !one.isEmpty())
                .toList();
        boolean named = !ips.isEmpty()
                && ips.size() <= MOST
                && ips.stream().allMatch(one -> ADDRESS.matcher(one).matches());
        if (!named || from == null || until == null || !from.isBefore(until)) {
            return Optional.empty();
        }
        return until.isAfter(from.plus(LONGEST)) ? Optional.empty() : Optional.of(new VaWindow(ips, from, until));
    }
}
