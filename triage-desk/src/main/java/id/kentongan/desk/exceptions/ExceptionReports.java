package id.kentongan.desk.exceptions;

import id.kentongan.desk.exceptions.Proposed.State;
import id.kentongan.desk.findings.Effect;
import id.kentongan.desk.findings.Effects;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The newest proposals, and what became of each. */
@Component
public class ExceptionReports {
    private static final Remark NOTHING = new Remark(Remark.Kind.NONE, 0);

    private final Proposals proposals;
    private final Effects effects;
    private final Clock clock;

    ExceptionReports(Proposals proposals, Effects effects, Clock clock) {
        this.proposals = proposals;
        this.effects = effects;
        this.clock = clock;
    }

    public List<ReportedException> all() {
        List<Proposed> all = proposals.all();
        Map<String, Effect> done = effects.of(all.stream().map(Proposed::id).toList());
        Instant now = clock.instant();
        return all.stream()
                .map(one -> reported(one, done.getOrDefault(one.id(), Effect.NONE), now))
                .toList();
    }

    private static ReportedException reported(Proposed one, Effect effect, Instant now) {
        Instant from = one.from();
        Instant until = one.until();
        boolean expired = one.state() == State.IN_FORCE && until != null && !now.isBefore(until);
        boolean inForce = one.state() == State.IN_FORCE && !expired;
        return new ReportedException(
                one.id(),
                one.caseNumber(),
                expired ? "expired" : one.state().name().toLowerCase(Locale.ROOT),
                one.scope().rules(),
                one.scope().agent(),
                one.scope().sourceIps(),
                one.scope().users(),
                one.reason(),
                one.days(),
                one.proposedBy(),
                until == null ? null : from,
                until,
                effect,
                inForce && from != null ? Remark.on(effect, from, now) : NOTHING);
    }
}
