package id.kentongan.job.casework;

import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What casework knows of one agent: its open case, if any, and the recent IDS alerts that a case about to open would
 * want to show.
 *
 * @param recent within the last {@link #REMEMBERED}, at most {@value #MAX_RECENT}, oldest first
 */
public record AgentFile(@Nullable OpenCase open, List<Evidence> recent) {
    static final AgentFile EMPTY = new AgentFile(null, List.of());
    static final int MAX_RECENT = 500;
    /** A finding may turn up an hour late, and then wait for others. */
    static final Duration REMEMBERED = OpenCase.PICTURE.plusMinutes(70);

    public AgentFile {
        recent = List.copyOf(recent);
    }

    /** A finding that was withdrawn matters to the case that has it alone. */
    AgentFile plus(Finding finding) {
        if (OpenCase.isWithdrawn(finding)) {
            return open != null && open.has(finding) ? joined(open.plus(finding)) : this;
        }
        return joined(open != null && open.takes(finding) ? open.plus(finding) : OpenCase.openedBy(finding));
    }

    /** With those of the recent alerts that now belong to the picture. */
    private AgentFile joined(OpenCase now) {
        OpenCase grown = now;
        List<Evidence> left = new ArrayList<>();
        for (Evidence before : recent) {
            if (grown.takes(before)) {
                grown = grown.plus(before);
            } else {
                left.add(before);
            }
        }
        return new AgentFile(grown, left);
    }

    AgentFile plus(Evidence supporting) {
        if (open != null && open.takes(supporting)) {
            return new AgentFile(open.plus(supporting), recent);
        }
        Instant oldest = supporting.time().minus(REMEMBERED);
        List<Evidence> kept = new ArrayList<>(
                recent.stream().filter(one -> !one.time().isBefore(oldest)).toList());
        kept.add(supporting);
        return new AgentFile(open, kept.subList(Math.max(0, kept.size() - MAX_RECENT), kept.size()));
    }

    /** True when nothing here can matter after {@code time}. */
    boolean isStale(Instant time) {
        boolean closed = open == null || time.isAfter(open.lastFinding().plus(OpenCase.QUIET));
        return closed && recent.stream().allMatch(one -> one.time().isBefore(time.minus(REMEMBERED)));
    }
}
