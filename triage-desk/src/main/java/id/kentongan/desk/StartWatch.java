package id.kentongan.desk;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While a start takes long, the log says where it stands, again and again; a start that never ends is ended, so that
 * whatever runs the desk can start it anew. Migrations may take what they need: they bound themselves.
 */
final class StartWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StartWatch.class);
    private static final int FRAMES = 30;
    private static final int EXIT_CODE = 3;

    private final Thread start;
    private final Duration each;
    private final int most;
    private final Runnable end;
    private final CountDownLatch over = new CountDownLatch(1);

    /**
     * Of the thread that calls.
     *
     * @param each how long until the log tells, and again
     * @param most so many times, and no more
     * @param end what then ends the desk
     */
    StartWatch(Duration each, int most, Runnable end) {
        this.start = Thread.currentThread();
        this.each = each;
        this.most = most;
        this.end = end;
        Thread watch = new Thread(this::watch, "start-watch");
        watch.setDaemon(true);
        watch.start();
    }

    static StartWatch begin() {
        return new StartWatch(
                Duration.ofSeconds(30), 20, () -> Runtime.getRuntime().halt(EXIT_CODE));
    }

    /** The start is over. */
    void close() {
        over.countDown();
    }

    private void watch() {
        int told = 0;
        try {
            for (long times = 1; !over.await(each.toMillis(), TimeUnit.MILLISECONDS); times++) {
                ThreadInfo now = standing(start.getId());
                LOG.warn("The desk is not up after {}. Its start stands at {}", each.multipliedBy(times), told(now));
                told = migrates(now) ? 0 : told + 1;
                if (told == most) {
                    LOG.error("The desk never came up, so it ends. Its threads: {}", all());
                    end.run();
                    return;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null for a thread that has ended. */
    private static @Nullable ThreadInfo standing(long thread) {
        return ManagementFactory.getThreadMXBean().getThreadInfo(new long[] {thread}, true, true)[0];
    }

    private static boolean migrates(@Nullable ThreadInfo thread) {
        return thread != null
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("org.flywaydb."));
    }

    /** Where it is, the lock it waits for, and where the thread is that holds the lock. */
    private static String told(@Nullable ThreadInfo thread) {
        if (thread == null || thread.getLockName() == null) {
            return place(thread);
        }
        String waits = place(thread) + " | waits for " + thread.getLockName();
        return thread.getLockOwnerId() < 0 ? waits : waits + " held by " + place(standing(thread.getLockOwnerId()));
    }

    private static String place(@Nullable ThreadInfo thread) {
        return thread == null
                ? "its end"
                : thread.getThreadName() + " (" + thread.getThreadState() + "): "
                        + Arrays.stream(thread.getStackTrace())
                                .limit(FRAMES)
                                .map(StackTraceElement::toString)
                                .collect(Collectors.joining(" < "));
    }

    private static String all() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
                .map(StartWatch::told)
                .collect(Collectors.joining(" || "));
    }
}
