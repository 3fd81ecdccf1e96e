package id.kentongan.job.rulebook.statement;

import com.espertech.esper.common.client.soda.EPBaseNamedObject;
import com.espertech.esper.common.client.soda.PatternAndExpr;
import com.espertech.esper.common.client.soda.PatternEveryExpr;
import com.espertech.esper.common.client.soda.PatternExpr;
import com.espertech.esper.common.client.soda.PatternFilterExpr;
import com.espertech.esper.common.client.soda.PatternFollowedByExpr;
import com.espertech.esper.common.client.soda.PatternGuardExpr;
import com.espertech.esper.common.client.soda.PatternNotExpr;
import com.espertech.esper.common.client.soda.PatternObserverExpr;
import com.espertech.esper.common.client.soda.PatternOrExpr;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pattern of the one form that is bounded: {@code every a=… -> step -> step}, where a step is something within
 * a time, or the absence of something for a time.
 */
final class PatternSteps {
    /** What is asked of each alert or event that the pattern waits for. */
    interface Atoms {
        /** {@code certain}: whether a match always holds it; {@code first}: whether it starts the pattern. */
        void read(PatternFilterExpr atom, boolean certain, boolean first);
    }

    private final EplText.Piece piece;
    private final List<Remark> faults;
    private final List<Remark> warnings;
    private final Atoms atoms;

    PatternSteps(EplText.Piece piece, List<Remark> faults, List<Remark> warnings, Atoms atoms) {
        this.piece = piece;
        this.faults = faults;
        this.warnings = warnings;
        this.atoms = atoms;
    }

    /** How long after its start the pattern can still match. */
    Duration read(PatternExpr pattern) {
        List<PatternExpr> steps = pattern instanceof PatternFollowedByExpr all ? all.getChildren() : List.of(pattern);
        first(steps.get(0));
        Duration sum = Duration.ZERO;
        for (PatternExpr step : steps.subList(1, steps.size())) {
            sum = sum.plus(step(step));
        }
        return sum;
    }

    private void first(PatternExpr start) {
        if (start instanceof PatternFilterExpr) {
            fault("[", "matches once and then never again: write every before the first alert");
        } else if (start instanceof PatternGuardExpr) {
            fault("within", "timer:within round every ends the rule: put it behind the alert that follows");
        } else if (!(start instanceof PatternEveryExpr)) {
            fault("[", "must begin with every and one alert: every a=… -> …");
        } else if (start.getChildren().get(0) instanceof PatternFilterExpr atom) {
            atoms.read(atom, true, true);
        } else {
            fault(
                    "every",
                    "every round more than one alert starts anew only after a match, and for all entities "
                            + "together: write every a=… -> …");
        }
    }

    private Duration step(PatternExpr step) {
        if (step instanceof PatternGuardExpr guard) {
            Duration within = timer(guard, "within");
            guard.getGuarded().forEach(inner -> inner(inner, true));
            if (within != null) {
                warnings.add(piece.at(
                        "every",
                        "each alert that starts the pattern waits for itself: N of them give N "
                                + "matches at one follow-up, which one finding folds"));
            }
            return Objects.requireNonNullElse(within, Duration.ZERO);
        }
        if (step instanceof PatternAndExpr and
                && and.getChildren().stream().anyMatch(PatternObserverExpr.class::isInstance)) {
            return absence(and);
        }
        if (step instanceof PatternEveryExpr) {
            fault("every", "every behind -> never stops waiting: every stands at the beginning alone");
        } else {
            fault(
                    "->",
                    "waits without end: write where timer:within(…) behind what follows, or for an absence "
                            + "-> (timer:interval(…) and not …)");
        }
        return Duration.ZERO;
    }

    private Duration absence(PatternAndExpr and) {
        Duration waits = Duration.ZERO;
        for (PatternExpr part : and.getChildren()) {
            if (part instanceof PatternObserverExpr observer) {
                Duration interval = timer(observer, "interval");
                waits = interval != null && interval.compareTo(waits) > 0 ? interval : waits;
            } else if (part instanceof PatternNotExpr not
                    && not.getChildren().get(0) instanceof PatternFilterExpr atom) {
                atoms.read(atom, false, false);
            } else {
                fault("interval", "an absence is (timer:interval(…) and not …) and nothing else");
            }
        }
        if (and.getChildren().stream().noneMatch(PatternNotExpr.class::isInstance)) {
            fault("interval", "waits for time alone: write (timer:interval(…) and not …)");
        }
        return waits;
    }

    /** What stands within a time: alerts, in order or together. */
    private void inner(PatternExpr inner, boolean certain) {
        if (inner instanceof PatternFilterExpr atom) {
            atoms.read(atom, certain, false);
        } else if (inner instanceof PatternFollowedByExpr || inner instanceof PatternAndExpr) {
            inner.getChildren().forEach(one -> inner(one, certain));
        } else if (inner instanceof PatternOrExpr) {
            inner.getChildren().forEach(one -> inner(one, false));
        } else if (inner instanceof PatternNotExpr && inner.getChildren().get(0) instanceof PatternFilterExpr atom) {
            atoms.read(atom, false, false);
        } else if (inner instanceof PatternEveryExpr) {
            fault("every", "every behind -> gives a match for each pair: every stands at the beginning alone");
        } else {
            fault("within", "within a time there stand alerts, joined by ->, and, or, not, and nothing else");
        }
    }

    private @Nullable Duration timer(EPBaseNamedObject timer, String name) {
        if (!"timer".equals(timer.getNamespace()) || !name.equals(timer.getName())) {
            fault(
                    timer.getName(),
                    timer.getNamespace() + ":" + timer.getName() + " is not supported here: use timer:" + name);
            return null;
        }
        Duration span = timer.getParameters().size() == 1
                ? Spans.read(timer.getParameters().get(0))
                : null;
        if (span == null) {
            fault(name, "timer:" + name + " needs one fixed length of time, such as 5 min");
        }
        return span;
    }

    private void fault(String word, String words) {
        faults.add(piece.at(word, words));
    }
}
