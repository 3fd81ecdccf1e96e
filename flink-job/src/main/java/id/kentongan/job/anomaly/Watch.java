package id.kentongan.job.anomaly;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the rhythm of agents is watched.
 *
 * @param shadow detectors whose findings add nothing to cases
 */
public record Watch(OfficeHours office, Set<Detector> shadow) implements Serializable {
    public static final Watch IN_SHADOW = new Watch(OfficeHours.USUAL, EnumSet.allOf(Detector.class));

    public Watch {
        requireNonNull(office, "office");
        shadow = Set.copyOf(shadow);
    }

    boolean isInShadow(String rule) {
        return shadow.stream().anyMatch(each -> each.written().equals(rule));
    }
}
