package id.kentongan.desk.exceptions;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.FindingException;
import id.kentongan.contracts.Topic;
import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.exceptions.Proposed.State;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.outbox.Outbox;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A verdict proposes, a coordinator decides, the job obeys. Nothing takes force by itself; everything ends by itself. */
@Service
public class VerdictLoop {
    static final int DAYS = 30;
    static final Duration TRIED_ON = Duration.ofDays(30);

    private final Proposals proposals;
    private final Outbox outbox;
    private final Journal journal;
    private final DeskSettings settings;
    private final Clock clock;

    VerdictLoop(Proposals proposals, Outbox outbox, Journal journal, DeskSettings settings, Clock clock) {
        this.proposals = proposals;
        this.outbox = outbox;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** After a FALSE POSITIVE verdict, in its transaction. A case without findings proposes nothing. */
    @Transactional
    public void propose(String number, Case content, Actor actor, String reason) {
        if (content.findings().isEmpty()) {
            return;
        }
        Scope scope = Scope.narrowestFor(content);
        String id = proposals.add(content, scope, reason, DAYS, actor.name(), clock.instant());
        journal.write(actor.name(), Role.ANALYST.name(), "EXCEPTION_PROPOSED", number, id + " " + scope);
    }

    Replay replay(Scope scope) {
        return Replay.of(scope, proposals.past(scope, clock.instant().minus(TRIED_ON)));
    }

    /** The message of the refusal; empty when it is in force now. */
    @Transactional
    public Optional<String> approve(String id, int days, Actor actor) {
        Optional<Proposed> found = proposals.lock(id).filter(one -> one.state() == State.PROPOSED);
        if (found.isEmpty()) {
            return Optional.of("refusal.not_from_here");
        }
        Proposed proposed = found.get();
        if (proposed.proposedBy().equals(actor.name()) && !settings.smallTeam()) {
            return Optional.of("refusal.same_person");
        }
        List<String> confirmed = replay(proposed.scope()).confirmed();
        if (!confirmed.isEmpty()) {
            return Optional.of("exceptions.hides");
        }
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofDays(Math.max(1, Math.min(FindingException.MOST_DAYS, days))));
        proposals.decide(id, State.IN_FORCE, actor.name(), now, until);
        outbox.record(Topic.EXCEPTIONS, id, proposed.scope().during(id, actor.name(), proposed.reason(), now, until));
        tell(actor, "EXCEPTION_IN_FORCE", proposed, "until " + until);
        return Optional.empty();
    }

    @Transactional
    public boolean refuse(String id, Actor actor) {
        return decide(id, State.PROPOSED, State.REFUSED, "EXCEPTION_REFUSED", actor);
    }

    /** Before its time; the job forgets it within seconds. */
    @Transactional
    public boolean end(String id, Actor actor) {
        boolean ended = decide(id, State.IN_FORCE, State.ENDED, "EXCEPTION_ENDED", actor);
        if (ended) {
            outbox.record(Topic.EXCEPTIONS, id, null);
        }
        return ended;
    }

    private boolean decide(String id, State from, State to, String deed, Actor actor) {
        Optional<Proposed> found = proposals.lock(id).filter(one -> one.state() == from);
        found.ifPresent(proposed -> {
            proposals.decide(id, to, actor.name(), clock.instant(), null);
            tell(actor, deed, proposed, "");
        });
        return found.isPresent();
    }

    private void tell(Actor actor, String deed, Proposed proposed, String more) {
        journal.write(
                actor.name(),
                Role.COORDINATOR.name(),
                deed,
                proposed.caseNumber(),
                (proposed.id() + " " + more).strip());
    }
}
