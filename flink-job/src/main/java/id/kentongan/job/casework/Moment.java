package id.kentongan.job.casework;

import id.kentongan.contracts.Finding;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.AlertOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What comes at one moment of event time, taken in an order that does not depend on how it came. */
final class Moment {
    private static final Comparator<Contribution> ORDER = Comparator.<Contribution>comparingInt(
                    each -> each.signal() != null ? 0 : each.finding() != null ? 1 : 2)
            .thenComparing(each -> each.finding() == null ? "" : each.finding().id())
            .thenComparing(Moment::alert, Comparator.nullsFirst(AlertOrder.INSTANCE));

    private Moment() {}

    /** By case that grew: whether it is to be told at once. */
    static Map<String, Boolean> take(Casework casework, List<Contribution> together, long time) {
        Map<String, Boolean> grown = new TreeMap<>();
        together.stream()
                .sorted(ORDER)
                .flatMap(each -> take(casework, each, time).stream())
                .forEach(each -> grown.merge(each.id(), each.atOnce(), Boolean::logicalOr));
        return grown;
    }

    private static List<Casework.Grown> take(Casework casework, Contribution each, long time) {
        Finding finding = each.finding();
        Signal signal = each.signal();
        if (finding != null) {
            return casework.take(finding, time);
        }
        if (signal != null) {
            return casework.take(signal, time);
        }
        Casework.Grown grown = casework.take(Objects.requireNonNull(each.alert()), time);
        return grown == null ? List.of() : List.of(grown);
    }

    private static @Nullable Alert alert(Contribution each) {
        Signal signal = each.signal();
        return signal != null ? signal.alert() : each.alert();
    }
}
