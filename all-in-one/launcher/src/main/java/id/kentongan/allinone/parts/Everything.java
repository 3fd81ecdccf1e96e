package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.PartRecords;
import id.kentongan.allinone.part.Part;
import id.kentongan.allinone.part.SupervisedPart;
import id.kentongan.allinone.part.Task;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * All parts of one run, each started as soon as what it needs is ready, stopped in the reverse order.
 *
 * <pre>
 *   kafka ──► topics ─┬─► rules ──► job ──► forwarder
 *   postgres ─► roles ┴─► desk             ▲
 *   demo's alerts ─────────────────────────┘
 * </pre>
 */
public final class Everything {
    private final Instance instance;
    private final Progress progress;
    private final Clock clock;
    private final PartRecords records;
    private final Task task;
    private final Deque<SupervisedPart> lastStartedFirst = new ArrayDeque<>();
    private boolean stopped;

    public Everything(Instance instance, Progress progress, Clock clock) {
        this.instance = instance;
        this.progress = progress;
        this.clock = clock;
        this.records = new PartRecords(instance.data());
        this.task = new Task(records, clock);
    }

    /** Returns when every part is ready; throws the first trouble, and then {@code stop} must be called. */
    public void start() throws InterruptedException {
        try (Steps steps = new Steps()) {
            var kafka = steps.begin(this::kafka);
            var postgres = steps.begin(this::postgres);
            var demo = steps.begin(() -> new Demo(instance).write(task));
            var job = steps.after(this::job, kafka);
            var desk = steps.after(this::desk, kafka, postgres);
            var forwarder = steps.after(this::forwarder, job, demo);
            steps.await(desk, forwarder);
        }
    }

    /** Stops what runs, the last started first. May be called at any time, also while {@code start} runs, and twice. */
    public void stop() throws InterruptedException {
        synchronized (this) {
            stopped = true;
        }
        task.stop();
        for (SupervisedPart next = nextToStop(); next != null; next = nextToStop()) {
            progress.stopping(next.part());
            next.stop();
        }
    }

    private void kafka() throws InterruptedException {
        KafkaPart kafka = new KafkaPart(instance);
        progress.doing(KafkaPart.NAME, "preparing the storage");
        kafka.prepare(task);
        progress.doing(KafkaPart.NAME, "starting the broker");
        Part part = run(kafka.part());
        progress.doing(KafkaPart.NAME, "making the topics");
        new Topics(instance).create();
        progress.ready(part);
    }

    private void postgres() throws InterruptedException {
        PostgresPart postgres = new PostgresPart(instance);
        progress.doing(PostgresPart.NAME, "preparing the database");
        postgres.prepare(task);
        progress.doing(PostgresPart.NAME, "starting the database");
        Part part = run(postgres.part());
        progress.doing(PostgresPart.NAME, "making roles");
        new Databases(instance).create();
        progress.ready(part);
    }

    private void job() throws InterruptedException {
        JobPart job = new JobPart(instance);
        progress.doing(JobPart.NAME, "publishing the rules");
        job.publishRules(task);
        progress.doing(JobPart.NAME, "starting Flink");
        progress.ready(run(job.part()));
    }

    private void desk() throws InterruptedException {
        progress.doing(DeskPart.NAME, "starting the triage desk");
        progress.ready(run(new DeskPart(instance).part()));
    }

    private void forwarder() throws InterruptedException {
        progress.doing(ForwarderPart.NAME, "starting");
        progress.ready(run(new ForwarderPart(instance).part()));
    }

    private Part run(Part part) throws InterruptedException {
        SupervisedPart supervised = new SupervisedPart(part, records, progress, clock);
        synchronized (this) {
            if (stopped) {
                throw new InterruptedException("stopped before " + part.name() + " started");
            }
            lastStartedFirst.push(supervised);
        }
        supervised.start();
        return part;
    }

    private synchronized @Nullable SupervisedPart nextToStop() {
        return lastStartedFirst.poll();
    }
}
