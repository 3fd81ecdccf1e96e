package id.kentongan.job.casework;

import id.kentongan.contracts.CaseStanding;
import id.kentongan.contracts.Decision;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.intake.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose case something is. Everything must come in order of event time; the same order gives the same cases.
 *
 * <pre>
 *   signal  ─► Surprise: bits ─► belongs to an open case? ─► yes: joins it
 *                                  └─► no: a gathering ─► over the line? ─► opens a case, or joins one nearby
 *   finding ─► its agent's open case, or opens one at once; a weak one only adds its bits
 * </pre>
 */
public final class Casework {
    /** Cases that anomalies may open in a scope a day, on the average of two weeks, unless a setting says otherwise. */
    public static final int CASES_A_DAY = 10;

    public static final int MOST_CASES_A_DAY = 100;

    private final ScopeMemory memory;
    private final CaseShelf shelf;
    private final TakesSignals signals;
    private final TakesFindings findings;

    Casework(ScopeMemory memory, int casesADay) {
        this.memory = memory;
        this.shelf = new CaseShelf(memory);
        this.signals = new TakesSignals(memory, shelf, casesADay);
        this.findings = new TakesFindings(memory, shelf);
    }

    /** A case that has more to tell; at once, or with what the next minute brings. */
    record Grown(String id, boolean atOnce) {}

    /** People decided: the case takes nothing more. Or they opened it again. */
    void take(Decision decision) {
        Board board = memory.board();
        String id = decision.caseId();
        shelf.keep(decision.standing() == CaseStanding.OPEN ? board.reopened(id) : board.decided(id));
    }

    /** @param time of taking it; what came late is taken later than it happened */
    List<Grown> take(Signal signal, long time) {
        shelf.tidyUp(time);
        return signals.take(signal, time);
    }

    List<Grown> take(Finding finding, long time) {
        shelf.tidyUp(time);
        return findings.take(finding, time);
    }

    /** An IDS alert belongs to the picture of its agent's case. */
    @Nullable
    Grown take(Alert ids, long time) {
        Evidence supporting = ids.as("ids");
        shelf.tidyUp(time);
        List<CaseCard> cases = memory.board().cases();
        for (int i = cases.size() - 1; i >= 0; i--) {
            CaseCard card = cases.get(i);
            if (card.agents().containsKey(ids.agent()) && shelf.open(card).takes(supporting, ids.agent())) {
                memory.keep(shelf.open(card).plus(supporting));
                return new Grown(card.id(), false);
            }
        }
        memory.keep(shelf.file(ids.agent(), ids.agentIp(), time).plus(supporting));
        return null;
    }
}
