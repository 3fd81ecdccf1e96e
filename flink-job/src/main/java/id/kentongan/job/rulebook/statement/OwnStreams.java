package id.kentongan.job.rulebook.statement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rule can read: the alerts of its entity, and the streams that its statements so far insert into. */
final class OwnStreams {
    private final String alertType;
    private final Set<String> otherAlertTypes;
    private final Shape alert = Shape.alert(AlertProperties.NAMES);
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, Duration> horizons = new HashMap<>();
    private final Set<String> read = new HashSet<>();

    OwnStreams(String alertType, Set<String> alertTypes) {
        this.alertType = alertType;
        this.otherAlertTypes = new HashSet<>(alertTypes);
        otherAlertTypes.remove(alertType);
    }

    boolean isAlert(String type) {
        return type.equals(alertType);
    }

    /** Why this type cannot be read; null where it can. */
    @Nullable
    String whyNot(String type) {
        if (isAlert(type) || shapes.containsKey(type)) {
            return null;
        }
        return otherAlertTypes.contains(type)
                ? "reads " + type + ", but the rule's entity is that of " + alertType + ": read " + alertType
                : "there is no event type " + type + ": read " + alertType
                        + ", or insert into it in a statement before";
    }

    /** Of a type that can be read. Alerts look back no further than themselves. */
    Shape shape(String type) {
        read.add(type);
        return isAlert(type) ? alert : shapes.getOrDefault(type, alert);
    }

    Duration horizon(String type) {
        return horizons.getOrDefault(type, Duration.ZERO);
    }

    /** Null where it can be fed. */
    @Nullable
    String whyNotFed(String type) {
        if (isAlert(type) || otherAlertTypes.contains(type)) {
            return "inserts into " + type + ", which holds Wazuh's alerts alone: give the stream a name of its own";
        }
        return read.contains(type) ? "feeds " + type + " after it was read: put this statement before" : null;
    }

    void feed(String type, Shape shape, Duration horizon) {
        shapes.merge(type, shape, Shape::and);
        horizons.merge(type, horizon, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    List<String> neverRead() {
        List<String> unread = new ArrayList<>(shapes.keySet());
        unread.removeAll(read);
        return unread;
    }
}
