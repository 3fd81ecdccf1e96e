package id.kentongan.desk.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a source is heard.
 *
 * @param heard its last sign, UTC; null where none is known
 */
record SourceStanding(
        SourceFacts facts, Life life, @Nullable Instant heard) {
    enum Life {
        ALIVE,
        SILENT,
        NEVER,
        RETIRED,
        UNKNOWN
    }

    /**
     * Heartbeats tell; where the desk does not read them, the ledger does; where it reads neither, nobody knows.
     *
     * @param alertsRead whether the desk is up to date with topic {@code alerts}
     * @param ledgerRead likewise with topic {@code ledger}
     */
    static SourceStanding of(SourceFacts facts, boolean alertsRead, boolean ledgerRead, Instant now) {
        SourceFacts.Ledger ledger = facts.ledger();
        Instant sign = alertsRead || ledger == null ? facts.beat() : ledger.told();
        if (facts.retired()) {
            return new SourceStanding(facts, Life.RETIRED, sign);
        }
        if (!alertsRead && !ledgerRead) {
            return new SourceStanding(facts, Life.UNKNOWN, sign);
        }
        if (sign == null) {
            return new SourceStanding(facts, alertsRead ? Life.NEVER : Life.UNKNOWN, null);
        }
        boolean silent = sign.isBefore(now.minus(Limits.SILENT_AFTER));
        return new SourceStanding(facts, silent ? Life.SILENT : Life.ALIVE, sign);
    }

    /** It sends, but what it sends is older than it should be. */
    boolean late(Instant now) {
        SourceFacts.Ledger ledger = facts.ledger();
        Instant upTo = ledger == null ? null : ledger.upTo();
        return life == Life.ALIVE
                && upTo != null
                && upTo.isBefore(now.minus(Limits.SILENT_AFTER).minusMillis(facts.delayMillis()));
    }
}
