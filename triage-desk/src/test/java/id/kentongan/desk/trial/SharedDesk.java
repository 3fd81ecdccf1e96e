package id.kentongan.desk.trial;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One desk, and what it calls, for all tests whose cases do not get in each other's way: its start is what takes time.
 * Opened by the first that asks; it ends with the run.
 *
 * @param hook that refuses its first call, as a tool that restarts does
 */
public record SharedDesk(DeskOfCases cases, TrialReceiver hook) {
    private static @Nullable SharedDesk shared;

    public static synchronized SharedDesk open() throws IOException, SQLException {
        SharedDesk open = shared == null ? start() : shared;
        shared = open;
        return open;
    }

    private static SharedDesk start() throws IOException, SQLException {
        TrialReceiver hook = TrialReceiver.refusingFirst(1);
        return new SharedDesk(
                DeskOfCases.open(
                        "shared_it",
                        Map.of(
                                "kentongan.desk.webhooks",
                                hook.address(),
                                "kentongan.desk.tlp-amber-clients",
                                "Dinas Kesehatan; RSUD Contoh")),
                hook);
    }
}
