package id.kentongan.job.rulebook.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an event of a stream holds.
 *
 * @param isAlert whether the event itself is an alert
 * @param columns what each of its properties is
 * @param certain those columns that always hold an alert
 */
record Shape(boolean isAlert, Map<String, Kind> columns, Set<String> certain) {
    enum Kind {
        ALERT,
        ALERTS,
        VALUE
    }

    Shape {
        columns = Map.copyOf(columns);
        certain = Set.copyOf(certain);
    }

    static Shape alert(Set<String> properties) {
        Map<String, Kind> columns = new HashMap<>();
        properties.forEach(property -> columns.put(property, Kind.VALUE));
        return new Shape(true, columns, Set.of());
    }

    /** Of a stream that two statements feed. */
    Shape and(Shape other) {
        Map<String, Kind> both = new HashMap<>(columns);
        both.putAll(other.columns);
        Set<String> surely = new HashSet<>(certain);
        surely.retainAll(other.certain);
        return new Shape(isAlert && other.isAlert, both, surely);
    }
}
