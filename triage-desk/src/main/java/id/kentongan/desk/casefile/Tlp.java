package id.kentongan.desk.casefile;

import java.util.Collection;
import java.util.Comparator;

/** Traffic Light Protocol 2.0, the strictest first. The labels are never translated. */
public enum Tlp {
    RED("TLP:RED"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    AMBER("TLP:AMBER"),
    GREEN("TLP:GREEN"),
    CLEAR("TLP:CLEAR");

    private final String label;

    Tlp(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it lets nothing leave the team's own house. */
    public boolean staysInside() {
        return this == RED || this == AMBER_STRICT;
    }

    /** Of the labels of one thing; AMBER where it has none. */
    public static Tlp strictest(Collection<Tlp> labels) {
        return labels.stream().min(Comparator.naturalOrder()).orElse(AMBER);
    }

    public Tlp orStricter(Tlp other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
