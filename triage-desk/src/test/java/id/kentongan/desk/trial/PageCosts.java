package id.kentongan.desk.trial;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What one page costs, asked for by one person after the other: no queue, so a busy machine changes it less than a time.
 *
 * @param statements sent to the database for one request
 * @param databaseMillis time in the database for one request
 * @param cpuMillis CPU of the desk's request threads for one request
 */
public record PageCosts(double statements, double databaseMillis, double cpuMillis) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The database counts statements from now on. */
    public static void count(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    /** Statements that ran less often than the page are of others, such as the inbox. */
    public static PageCosts of(Connection owner, String database, int times, Runnable page) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
        }
        long cpu = requestThreads();
        for (int i = 0; i < times; i++) {
            page.run();
        }
        double cpuMillis = (requestThreads() - cpu) / 1e6 / times;
        try (PreparedStatement statement = owner.prepareStatement("""
                select coalesce(sum(calls), 0), coalesce(sum(total_exec_time), 0)
                from pg_stat_statements join pg_database on pg_database.oid = dbid
                where datname = ? and calls >= ?
                """)) {
            statement.setString(1, database);
            statement.setInt(2, times);
            try (ResultSet sums = statement.executeQuery()) {
                sums.next();
                return new PageCosts(sums.getDouble(1) / times, sums.getDouble(2) / times, cpuMillis);
            }
        }
    }

    private static long requestThreads() {
        long nanos = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().contains("-exec-")) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }
}
