package id.kentongan.desk.casefile;

import static id.kentongan.desk.casefile.Role.ANALYST;
import static id.kentongan.desk.casefile.Role.COORDINATOR;
import static id.kentongan.desk.casefile.Role.HEAD;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands. Each stage knows the only legal moves out of it, who may make them and on which grounds.
 *
 * <pre>
 *  Candidate ─► Analysis ─► Proving ─┬─► IncidentReport ─► Sent ─► Verified ─► Ratified ─► LetterOut ─► FollowUp
 *      │ ▲         │ ▲               │         ▲  returned   │         │                       │            │
 *      │ │         ▼ │               │         └─────────────┴─────────┘                       └────────────┴─► closed
 *      │ │     Reanalysis            └─► WorkReport ─► closed
 *      └─┴─► no anomaly, merged          (every closed case can be opened again, to Analysis, for thirty days)
 * </pre>
 */
public sealed interface Stage {
    Duration REOPENED_WITHIN = Duration.ofDays(30);

    StageName name();

    Decision decide(Request asked);

    /** Step 3: waits for an analyst. */
    record Candidate() implements Stage {
        @Override
        public StageName name() {
            return StageName.CANDIDATE;
        }

        @Override
        public Decision decide(Request asked) {
            return switch (asked.move()) {
                case TAKE -> asked.by(ANALYST).to(new Analysis());
                case MERGE -> asked.by(ANALYST).to(new Merged());
                case DISMISS -> asked.by(ANALYST).withReason().to(new NoAnomaly());
                default -> Request.unknown();
            };
        }
    }

    /** Step 4: the deep inspection of the log. */
    record Analysis() implements Stage {
        @Override
        public StageName name() {
            return StageName.ANALYSIS;
        }

        @Override
        public Decision decide(Request asked) {
            return switch (asked.move()) {
                case CONFIRM_ANOMALY -> asked.by(ANALYST).to(new Proving());
                case REANALYSE -> asked.by(ANALYST).to(new Reanalysis());
                default -> Request.unknown();
            };
        }
    }

    /** Step 4, "Tidak": back to the daily list, to be looked at once more. */
    record Reanalysis() implements Stage {
        @Override
        public StageName name() {
            return StageName.REANALYSIS;
        }

        @Override
        public Decision decide(Request asked) {
            return switch (asked.move()) {
                case TAKE -> asked.by(ANALYST).to(new Analysis());
                case DISMISS -> asked.by(ANALYST).withReason().to(new NoAnomaly());
                default -> Request.unknown();
            };
        }
    }

    /** Step 5: vulnerability assessment and proof of concept. */
    record Proving() implements Stage {
        @Override
        public StageName name() {
            return StageName.PROVING;
        }

        @Override
        public Decision decide(Request asked) {
            return switch (asked.move()) {
                case CONCLUDE_FALSE_NEGATIVE ->
                    asked.by(ANALYST).withProof().withReason().to(new IncidentReport());
                case CONCLUDE_FALSE_POSITIVE ->
                    asked.by(ANALYST).withProof().withReason().to(new WorkReport(null));
                default -> Request.unknown();
            };
        }
    }

    /**
     * Step 6 after FALSE POSITIVE.
     *
     * @param author who sent it to the coordinator; null while it is being written
     */
    record WorkReport(@Nullable String author) implements Stage {
        @Override
        public StageName name() {
            return StageName.WORK_REPORT;
        }

        @Override
        public Decision decide(Request asked) {
            return switch (asked.move()) {
                case SEND -> asked.by(ANALYST).to(new WorkReport(asked.actor().name()));
                case RETURN ->
                    asked.by(COORDINATOR)
                            .unless(author == null, Refusal.NOT_SENT)
                            .withReason()
                            .to(new WorkReport(null));
                case ACKNOWLEDGE ->
                    asked.by(COORDINATOR)
                            .unless(author == null, Refusal.NOT_SENT)
                            .apartFrom(author)
                            .to(new ClosedFalsePositive());
                default -> Request.unknown();
            };
        }
    }

    /** Step 6 after FALSE NEGATIVE. */
    record IncidentReport() implements Stage {
        @Override
        public StageName name() {
            return StageName.INCIDENT_REPORT;
        }

        @Override
        public Decision decide(Request asked) {
            return asked.move() == Move.SEND
                    ? asked.by(ANALYST).to(new Sent(asked.actor().name()))
                    : Request.unknown();
        }
    }

    /** Steps 7 and 8: waits for the coordinator. */
    record Sent(String author) implements Stage {
        @Override
        public StageName name() {
            return StageName.SENT;
        }

        @Override
        public Decision decide(Request asked) {
            return switch (asked.move()) {
                case VERIFY ->
                    asked.by(COORDINATOR)
                            .apartFrom(author)
                            .to(new Verified(author, asked.actor().name()));
                case RETURN -> asked.by(COORDINATOR).withReason().to(new IncidentReport());
                default -> Request.unknown();
            };
        }
    }

    /** Step 9: waits for the head. */
    record Verified(String author, String verifier) implements Stage {
        @Override
        public StageName name() {
            return StageName.VERIFIED;
        }

        @Override
        public Decision decide(Request asked) {
            return switch (asked.move()) {
                case RATIFY -> asked.by(HEAD).apartFrom(author, verifier).to(new Ratified());
                case RETURN -> asked.by(HEAD).withReason().to(new IncidentReport());
                default -> Request.unknown();
            };
        }
    }

    /** Step 10 begins: the report is frozen, the letter is drafted and signed outside. */
    record Ratified() implements Stage {
        @Override
        public StageName name() {
            return StageName.RATIFIED;
        }

        @Override
        public Decision decide(Request asked) {
            return asked.move() == Move.ISSUE_LETTER
                    ? asked.by(ANALYST).withSignedLetter().to(new LetterOut())
                    : Request.unknown();
        }
    }

    /** Step 10 ends: the signed letter lies with the case. */
    record LetterOut() implements Stage {
        @Override
        public StageName name() {
            return StageName.LETTER_OUT;
        }

        @Override
        public Decision decide(Request asked) {
            return switch (asked.move()) {
                case FOLLOW_UP -> asked.by(ANALYST, HEAD).to(new FollowUp());
                case CLOSE -> asked.by(ANALYST, HEAD).to(new ClosedFalseNegative());
                default -> Request.unknown();
            };
        }
    }

    /** After the SOP: does the system's operator answer and mend? */
    record FollowUp() implements Stage {
        @Override
        public StageName name() {
            return StageName.FOLLOW_UP;
        }

        @Override
        public Decision decide(Request asked) {
            return asked.move() == Move.CLOSE ? asked.by(ANALYST).to(new ClosedFalseNegative()) : Request.unknown();
        }
    }

    record ClosedFalsePositive() implements Stage {
        @Override
        public StageName name() {
            return StageName.CLOSED_FALSE_POSITIVE;
        }

        @Override
        public Decision decide(Request asked) {
            return openedAgain(asked);
        }
    }

    record ClosedFalseNegative() implements Stage {
        @Override
        public StageName name() {
            return StageName.CLOSED_FALSE_NEGATIVE;
        }

        @Override
        public Decision decide(Request asked) {
            return openedAgain(asked);
        }
    }

    record NoAnomaly() implements Stage {
        @Override
        public StageName name() {
            return StageName.NO_ANOMALY;
        }

        @Override
        public Decision decide(Request asked) {
            return openedAgain(asked);
        }
    }

    /** Part of another case now; opening it again takes it apart. */
    record Merged() implements Stage {
        @Override
        public StageName name() {
            return StageName.MERGED;
        }

        @Override
        public Decision decide(Request asked) {
            return openedAgain(asked);
        }
    }

    private static Decision openedAgain(Request asked) {
        if (asked.move() != Move.REOPEN) {
            return Request.unknown();
        }
        boolean late = asked.grounds().sinceClosing().compareTo(REOPENED_WITHIN) > 0;
        return asked.by(COORDINATOR).unless(late, Refusal.TOO_LATE).withReason().to(new Analysis());
    }

    /** The stage as the tables hold it. */
    static Stage of(StageName name, @Nullable String author, @Nullable String verifier) {
        return switch (name) {
            case CANDIDATE -> new Candidate();
            case ANALYSIS -> new Analysis();
            case REANALYSIS -> new Reanalysis();
            case PROVING -> new Proving();
            case WORK_REPORT -> new WorkReport(author);
            case INCIDENT_REPORT -> new IncidentReport();
            case SENT -> new Sent(known(author, "author"));
            case VERIFIED -> new Verified(known(author, "author"), known(verifier, "verifier"));
            case RATIFIED -> new Ratified();
            case LETTER_OUT -> new LetterOut();
            case FOLLOW_UP -> new FollowUp();
            case CLOSED_FALSE_POSITIVE -> new ClosedFalsePositive();
            case CLOSED_FALSE_NEGATIVE -> new ClosedFalseNegative();
            case NO_ANOMALY -> new NoAnomaly();
            case MERGED -> new Merged();
        };
    }

    private static String known(@Nullable String person, String office) {
        if (person == null) {
            throw new IllegalStateException("expected the " + office + " of a report on its way, found none");
        }
        return person;
    }
}
