package id.kentongan.desk.casefile;

import static java.util.Objects.requireNonNull;

/** What becomes of a move that somebody asked for. */
public sealed interface Decision {
    /**
     * The case goes on.
     *
     * @param as the role in which the person acts
     * @param waived separation of duties would have refused it, and mode timKecil let it pass
     */
    record Allowed(Stage next, Role as, boolean waived) implements Decision {
        public Allowed {
            requireNonNull(next, "next");
            requireNonNull(as, "as");
        }
    }

    record Refused(Refusal why) implements Decision {
        public Refused {
            requireNonNull(why, "why");
        }
    }

    default boolean allowed() {
        return this instanceof Allowed;
    }
}
