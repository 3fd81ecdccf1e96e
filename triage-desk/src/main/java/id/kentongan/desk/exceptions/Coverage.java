package id.kentongan.desk.exceptions;

import id.kentongan.contracts.FindingException;
import id.kentongan.desk.findings.FindingShelf;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The exceptions that can cover a finding that the desk still takes: those in force, and those that were. */
@Component
public class Coverage {
    /** The job hears of an early end a little later. */
    private static final Duration SLOWNESS = Duration.ofMinutes(5);

    private final Proposals proposals;
    private final Clock clock;

    Coverage(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    public List<FindingException> decided() {
        return proposals.decided(clock.instant().minus(FindingShelf.KEPT), SLOWNESS);
    }
}
