package id.kentongan.forwarder.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manager's side: its version, its alert files, the hook, the block, the spool. */
final class WazuhCheck {
    private static final List<String> FILTERS = List.of("level", "rule_id", "group", "event_location");
    private static final String GROUP_MEND = "usermod -aG %s kentongan, then restart the service";
    private static final String INSTALL = "as root: kentongan-forwarder install --hook";
    private static final long LITTLE_SPACE = 1L << 30;

    private final WazuhHome wazuh;
    private final Accounts accounts;
    private final Inspection inspection;

    WazuhCheck(WazuhHome wazuh, Accounts accounts, Inspection inspection) {
        this.wazuh = wazuh;
        this.accounts = accounts;
        this.inspection = inspection;
    }

    void run(boolean follows, boolean hook) throws IOException {
        if (!Files.isDirectory(wazuh.path())) {
            inspection.fault(
                    "no Wazuh 4 in " + wazuh.path(),
                    "give its home with --wazuh; for Wazuh 5 use a source of kind events or findings");
            return;
        }
        version();
        if (follows) {
            alertFiles();
        }
        @Nullable OssecConf conf = conf();
        if (conf != null) {
            inspection.note("Wazuh writes alerts from level " + conf.alertLevel() + " on (log_alert_level)");
        }
        if (hook || (conf != null && conf.ours().isPresent())) {
            hook();
            spool();
            if (conf != null) {
                blocks(conf);
            }
        } else {
            inspection.ok("the hook is not in use");
        }
    }

    private void version() throws IOException {
        String version = wazuh.version();
        if (version == null) {
            inspection.note("Wazuh's version cannot be read by this user; 4.x is expected");
        } else {
            inspection.judge(
                    version.startsWith("4."),
                    "Wazuh " + version,
                    "Wazuh " + version + " has neither integrator nor alerts.json",
                    "use a source of kind events (the engine's file output) or findings (the indexer)");
        }
    }

    private void alertFiles() throws IOException {
        Path unreadable = unreadable(wazuh.alerts());
        inspection.judge(
                unreadable == null,
                "alert files in " + wazuh.alerts() + " can be read",
                "this user cannot read " + unreadable,
                GROUP_MEND.formatted(accounts.group()));
    }

    /** The present file and every directory of year and month; a month that cannot be entered is a gap one day. */
    private static @Nullable Path unreadable(Path directory) throws IOException {
        if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
            return directory;
        }
        try (var entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                Path below = Files.isDirectory(entry) ? unreadable(entry) : null;
                if (below != null) {
                    return below;
                }
            }
        }
        Path now = directory.resolve("alerts.json");
        return Files.exists(now) && !Files.isReadable(now) ? now : null;
    }

    private @Nullable OssecConf conf() throws IOException {
        if (!Files.isReadable(wazuh.conf())) {
            inspection.fault(
                    wazuh.conf() + " is not there, or this user cannot read it",
                    GROUP_MEND.formatted(accounts.group()));
            return null;
        }
        return new OssecConf(Files.readString(wazuh.conf(), StandardCharsets.ISO_8859_1));
    }

    private void hook() throws IOException {
        Path hook = wazuh.hook();
        if (!Files.isRegularFile(hook)) {
            inspection.fault(hook + " is not there", INSTALL);
            return;
        }
        boolean mode = (Installation.mode(hook) & 0777) == 0750;
        inspection.judge(
                accounts.own(hook) && mode,
                hook + " is " + accounts + " 750",
                hook + " is not " + accounts + " 750, and the integrator refuses what its own user may write",
                INSTALL);
        if (Files.isReadable(hook)
                && !java.util.Arrays.equals(Files.readAllBytes(hook), Installation.packed("custom-kentongan"))) {
            inspection.fault(hook + " is not of this version", INSTALL);
        }
    }

    private void spool() throws IOException {
        Path directory = wazuh.spoolDirectory();
        if (!Files.isDirectory(directory)) {
            inspection.fault(directory + " is not there", INSTALL);
            return;
        }
        boolean group = (Installation.mode(directory) & 0070) == 0070 && accounts.own(directory);
        inspection.judge(
                group && Files.isWritable(directory),
                directory + " can be written by hook and forwarder",
                directory + " cannot be written by group " + accounts.group() + " or by this user",
                INSTALL);
        long free = Files.getFileStore(directory).getUsableSpace();
        inspection.judge(
                free >= LITTLE_SPACE,
                (free >> 20) + " MiB are free for the spool",
                "only " + (free >> 20) + " MiB are free for the spool, which may take 1024",
                "make room, or give the hook a lower limit in MiB as api_key");
    }

    private void blocks(OssecConf conf) {
        inspection.judge(
                conf.inOrder(),
                "the block custom-kentongan stands before every block without JSON",
                "the block custom-kentongan is missing, not alone, without alert_format json, or behind a block"
                        + " without JSON",
                INSTALL);
        conf.ours().ifPresent(this::ourBlock);
    }

    private void ourBlock(IntegrationBlock ours) {
        for (String field : List.of("api_key", "hook_url")) {
            if (ours.field(field).contains(" ")) {
                inspection.fault(field + " holds a space, which shifts the hook's arguments", "write it without");
            }
        }
        if (ours.field("hook_url").startsWith("/")
                && !ours.field("hook_url").equals(wazuh.spool().toString())) {
            inspection.note("the hook writes to " + ours.field("hook_url") + "; the source's path must be the same");
        }
        for (String filter : FILTERS) {
            if (!ours.field(filter).isEmpty()) {
                inspection.note("the hook gets only alerts of " + filter + " " + ours.field(filter)
                        + "; rules that count others stay silent");
            }
        }
    }
}
