package id.kentongan.desk.casefile;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** One move, asked for by one person on certain grounds. Stages answer it. */
public record Request(Move move, Actor actor, Grounds grounds) {
    public Request {
        requireNonNull(move, "move");
        requireNonNull(actor, "actor");
        requireNonNull(grounds, "grounds");
    }

    /** Judges in a fixed order: role, then grounds, then separation of duties. */
    Judging by(Role... roles) {
        for (Role role : roles) {
            if (actor.is(role)) {
                return new Judging(role, null, false);
            }
        }
        return new Judging(Role.AUDITOR, Refusal.NOT_YOUR_ROLE, false);
    }

    static Decision unknown() {
        return new Decision.Refused(Refusal.NOT_FROM_HERE);
    }

    /** A request half judged: the first objection stays. */
    final class Judging {
        private final Role as;
        private final @Nullable Refusal objection;
        private final boolean waived;

        private Judging(Role as, @Nullable Refusal objection, boolean waived) {
            this.as = as;
            this.objection = objection;
            this.waived = waived;
        }

        Judging withReason() {
            return unless(!grounds.reasoned(), Refusal.REASON_MISSING);
        }

        Judging withProof() {
            return unless(grounds.proofs() < 1, Refusal.PROOF_MISSING);
        }

        Judging withSignedLetter() {
            return unless(!grounds.letterSigned(), Refusal.LETTER_MISSING);
        }

        Judging unless(boolean amiss, Refusal why) {
            return objection != null || !amiss ? this : new Judging(as, why, waived);
        }

        /** Nobody approves what they themselves did before. */
        Judging apartFrom(@Nullable String... before) {
            boolean same = false;
            for (String person : before) {
                same |= actor.name().equals(person);
            }
            if (objection != null || !same) {
                return this;
            }
            return grounds.smallTeam() ? new Judging(as, null, true) : new Judging(as, Refusal.SAME_PERSON, false);
        }

        Decision to(Stage next) {
            return objection == null ? new Decision.Allowed(next, as, waived) : new Decision.Refused(objection);
        }
    }
}
