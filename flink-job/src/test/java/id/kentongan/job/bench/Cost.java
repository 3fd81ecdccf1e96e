package id.kentongan.job.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What this program has used: time of all its threads, the collector's and the compiler's too. */
final class Cost {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    interface Work {
        void run() throws Exception;
    }

    private Cost() {}

    /** CPU seconds of the work. */
    static double cpuSeconds(Work work) throws Exception {
        long before = SYSTEM.getProcessCpuTime();
        work.run();
        return (SYSTEM.getProcessCpuTime() - before) / 1e9;
    }

    /** CPU seconds of the work on this thread alone: neither the collector's nor the compiler's, whatever else runs. */
    static double ofThread(Work work) throws Exception {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
    }

    /** Bytes of the heap that are in use after a collection. */
    static long heap() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
