package id.kentongan.job.matrix;

import id.kentongan.contracts.Topic;
import id.kentongan.forwarder.trial.Await;
import java.time.Duration;

/** The rows of the matrix. Each starts the job, feeds it and disturbs it at seeded moments; the rest is fed afterwards. */
enum Disturbance {
    NONE("undisturbed") {
        @Override
        void play(Run run) throws Exception {
            run.start(2);
        }
    },
    BROKER_AWAY("broker killed with -9 and away for an hour") {
        @Override
        void play(Run run) throws Exception {
            run.start(2);
            Duration then = moment(run, 10, 18);
            run.sources().feed(then);
            run.broker().kill();
            run.broker().start();
            for (String source : Attacks.SOURCES) {
                run.sources().feed(source, then.plusHours(1));
            }
        }
    },
    SOURCE_AWAY("one of two sources away for an hour, then catching up") {
        @Override
        void play(Run run) throws Exception {
            run.start(2);
            int then = minutes(run, 5, 18);
            run.sources().feed(Duration.ofMinutes(then));
            run.awaitJudged();
            for (int later = then + 2; later <= then + 60; later += 2) {
                run.sources().feed("north", Duration.ofMinutes(later));
            }
            run.job().checkpoint();
        }
    },
    TASK_FAILED("a task failed in place, several times") {
        @Override
        void play(Run run) throws Exception {
            run.start(2);
            run.sources().feed(moment(run, 15, 35));
            run.awaitJudged();
            run.job().checkpoint();
            // One refused line is too large for its topic: the writer of that topic throws until it no longer is.
            run.broker().limit(run.topic(Topic.ALERTS_REJECTED), 100);
            run.sources().feedJunk();
            run.sources().feed(moment(run, 55, 75));
            Await.until("tasks were started anew", 60, () -> run.job().restarts() > 1);
            run.broker().limit(run.topic(Topic.ALERTS_REJECTED), 1_048_588);
            run.cluster().assertNobodyDied();
        }
    },
    TASK_MANAGER_KILLED("task manager killed with -9") {
        @Override
        void play(Run run) throws Exception {
            run.start(2);
            run.sources().feed(moment(run, 15, 35));
            run.awaitJudged();
            run.job().checkpoint();
            run.sources().feed(moment(run, 40, 60));
            run.awaitJudged();
            run.cluster().killTaskManager();
            run.cluster().startTaskManager();
            Await.until("the job was started anew", 60, () -> run.job().restartedAt() > 0);
            run.job().awaitRunning();
        }
    },
    CANCELLED("cancelled with a savepoint and resumed") {
        @Override
        void play(Run run) throws Exception {
            run.start(2);
            run.sources().feed(moment(run, 15, 60));
            run.awaitJudged();
            run.start(2, run.job().cancelWithSavepoint(run.savepoints()));
        }
    },
    RESCALED("rescaled 1, 2, 4, 1 through savepoints") {
        @Override
        void play(Run run) throws Exception {
            run.start(1);
            int minute = 2;
            for (int parallelism : new int[] {2, 4, 1}) {
                run.sources().feed(moment(run, minute, minute + 20));
                minute += 20;
                run.awaitJudged();
                run.start(parallelism, run.job().stopWithSavepoint(run.savepoints()));
            }
        }
    },
    OUT_OF_ORDER("out of order within the bound, and a restart") {
        @Override
        void play(Run run) throws Exception {
            run.sources().outOfOrder(Duration.ofSeconds(100));
            run.start(2);
            run.sources().feed(moment(run, 15, 60));
            run.awaitJudged();
            run.start(2, run.job().stopWithSavepoint(run.savepoints()));
        }
    },
    TWICE("sent again under the same numbers, and by other sources too") {
        @Override
        void play(Run run) throws Exception {
            run.sources().everythingTwice();
            run.start(2);
            run.sources().feed(moment(run, 15, 60));
            run.awaitJudged();
            run.start(2, run.job().stopWithSavepoint(run.savepoints()));
        }
    },
    RULE_SWAPPED("rules swapped and findings excepted mid-way, and a restart") {
        @Override
        void play(Run run) throws Exception {
            int then = minutes(run, 15, 40);
            run.changes().exceptFindings(Duration.ofMinutes(then + 10));
            run.start(2);
            run.sources().feed(Duration.ofMinutes(then));
            run.awaitJudged();
            run.changes().swapRules(Duration.ofMinutes(then + minutes(run, 5, 15)));
            run.job().checkpoint();
            run.sources().feed(Duration.ofMinutes(then + 20));
            run.awaitJudged();
            run.start(2, run.job().stopWithSavepoint(run.savepoints()));
        }
    },
    KEPT_SAVEPOINT("resumed from the savepoint of an earlier version") {
        @Override
        void play(Run run) throws Exception {
            if (!KeptSavepoint.isToBeMade()) {
                run.manyHeartbeats();
            }
            run.start(2);
            run.sources().feed(Duration.ofMinutes(30));
            run.awaitJudged();
            String own = run.job().stopWithSavepoint(run.savepoints());
            run.start(
                    2, KeptSavepoint.isToBeMade() ? KeptSavepoint.make(own) : KeptSavepoint.copiedTo(run.savepoints()));
        }
    },
    SOURCE_LEFT_BEHIND("one of two sources silent until left behind, then coming late, and a restart") {
        @Override
        void play(Run run) throws Exception {
            run.start(2);
            int then = minutes(run, 5, 18);
            run.sources().feed(Duration.ofMinutes(then));
            run.awaitJudged();
            int later = then + minutes(run, 20, 40);
            run.sources().feed("north", Duration.ofMinutes(later));
            run.leaveBehindAllBut("north");
            run.sources().feed("south", Duration.ofMinutes(then + (later - then) / 2));
            run.start(2, run.job().stopWithSavepoint(run.savepoints()));
            run.sources().feed("south", Duration.ofMinutes(later));
        }
    };

    private final String words;

    Disturbance(String words) {
        this.words = words;
    }

    abstract void play(Run run) throws Exception;

    String words() {
        return words;
    }

    /** Whether nothing crashes in this row, so that no version may be told a second time. */
    boolean tellsOnce() {
        return switch (this) {
            case NONE, SOURCE_AWAY, RESCALED, OUT_OF_ORDER, TWICE -> true;
            default -> false;
        };
    }

    /** Whether time passed some alerts by, so that what was told is corrected afterwards. */
    boolean hasLateAlerts() {
        return this == SOURCE_LEFT_BEHIND;
    }

    /** Whether shapes are judged that came after the kept savepoint was written. */
    boolean hasLaterRules() {
        return this != KEPT_SAVEPOINT;
    }

    /** Whether the cluster gets the job's jar; else it has it. */
    boolean bringsItsJar() {
        return this == CANCELLED;
    }

    /** Whether detectors of rhythm speak. They look at no alert that time has passed by. */
    boolean hasRhythm() {
        return hasLaterRules() && !hasLateAlerts();
    }

    /** The kept savepoint is of one seed and one back end. */
    boolean fits(String backEnd, long seed) {
        return this != KEPT_SAVEPOINT || (backEnd.equals("heap") && seed == 1);
    }

    private static Duration moment(Run run, int from, int to) {
        return Duration.ofMinutes(minutes(run, from, to));
    }

    private static int minutes(Run run, int from, int to) {
        return from + run.random().nextInt(to - from);
    }
}
