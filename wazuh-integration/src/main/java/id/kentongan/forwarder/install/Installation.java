package id.kentongan.forwarder.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/**
 * Puts the hook, its block in ossec.conf, its spool directory and the settings in their places, or takes the first
 * three away. What is in order already is left alone, so a second run changes nothing.
 */
final class Installation {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
    /** rwxrws---: the hook (user wazuh) makes the spool, the forwarder (in the group) renames and deletes it. */
    private static final int SPOOL_MODE = 02770;

    private static final String RESTART = "restart the manager for it to count: systemctl restart wazuh-manager";

    private final WazuhHome wazuh;
    private final Path settings;
    private final Accounts accounts;
    private final Clock clock;
    private final Steps steps;

    Installation(WazuhHome wazuh, Path settings, Accounts accounts, Clock clock, Steps steps) {
        this.wazuh = wazuh;
        this.settings = settings;
        this.accounts = accounts;
        this.clock = clock;
        this.steps = steps;
    }

    void install(boolean hook) throws IOException {
        if (hook && mayHaveHook() && mayChangeWazuh()) {
            placeHook();
            placeSpool();
            placeBlock();
        }
        placeSettings(hook);
        if (!hook) {
            steps.note("alerts.json is followed; nothing in Wazuh changes (--hook: through the integrator as well)");
        }
    }

    void remove() throws IOException {
        if (!mayChangeWazuh()) {
            return;
        }
        if (Files.isRegularFile(wazuh.conf())) {
            OssecConf now = conf();
            replace(now, now.withoutOurs(), "takes the block custom-kentongan out of ");
        }
        if (Files.exists(wazuh.hook())) {
            steps.change("deletes " + wazuh.hook(), () -> Files.delete(wazuh.hook()));
        }
        removeSpool();
        steps.note("settings (" + settings + ") and state stay; delete them by hand if they are not wanted");
    }

    private boolean mayHaveHook() throws IOException {
        String version = wazuh.version();
        if (!Files.isRegularFile(wazuh.conf())) {
            steps.fault("no Wazuh manager in " + wazuh.path() + " (no etc/ossec.conf)", "give its home with --wazuh");
        } else if (version != null && !version.startsWith("4.")) {
            steps.fault("Wazuh " + version + " has no integrator", "use a source of kind events instead of the hook");
        } else if (wazuh.spool().toString().matches(".*[\\s<>&].*")) {
            steps.fault(wazuh.spool() + " cannot stand in ossec.conf", "the home may have no blanks in its name");
        } else {
            return true;
        }
        return false;
    }

    /** Whoever is not root may only act on a tree of his own: otherwise files would change hands. */
    private boolean mayChangeWazuh() throws IOException {
        String user = System.getProperty("user.name");
        Path conf = wazuh.conf();
        if (steps.dry()
                || user.equals("root")
                || !Files.exists(conf)
                || Files.getOwner(conf).getName().equals(user)) {
            return true;
        }
        steps.fault("user " + user + " may not change " + wazuh.path(), "run this as root, or look with --dry-run");
        return false;
    }

    private void placeHook() throws IOException {
        Path hook = wazuh.hook();
        byte[] content = packed("custom-kentongan");
        if (hookInOrder(hook, content)) {
            steps.asItIs(hook + " is there, " + accounts + " 750");
            return;
        }
        steps.change("writes " + hook + ", " + accounts + " 750", () -> {
            Files.createDirectories(hook.getParent());
            PlacedFile.write(hook, content, PosixFilePermissions.fromString("rwxr-x---"), beside -> give(beside, hook));
        });
    }

    private boolean hookInOrder(Path hook, byte[] content) throws IOException {
        return Files.isRegularFile(hook)
                && Arrays.equals(content, Files.readAllBytes(hook))
                && accounts.own(hook)
                && PosixFilePermissions.toString(Files.getPosixFilePermissions(hook))
                        .equals("rwxr-x---");
    }

    private void placeSpool() throws IOException {
        Path directory = wazuh.spoolDirectory();
        if (Files.isDirectory(directory) && accounts.own(directory) && mode(directory) == SPOOL_MODE) {
            steps.asItIs(directory + " is there, " + accounts + " 2770");
            return;
        }
        steps.change("makes " + directory + ", " + accounts + " 2770 (the group must rename and delete in it)", () -> {
            Files.createDirectories(directory);
            give(directory, directory);
            Files.setAttribute(directory, "unix:mode", SPOOL_MODE);
        });
    }

    static int mode(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:mode") & 07777;
    }

    private void placeBlock() throws IOException {
        OssecConf now = conf();
        if (now.inOrder()) {
            steps.asItIs(wazuh.conf() + " has the block, before every block without JSON");
            return;
        }
        Optional<OssecConf> with = now.withOurs(wazuh.spool().toString());
        if (with.isEmpty() || !with.get().inOrder() || (Strict.reads(now) && !Strict.reads(with.get()))) {
            steps.fault(
                    wazuh.conf() + " is not understood, and is left as it is",
                    "put the block of the documentation in by hand, before all others");
            return;
        }
        replace(now, with.get(), "puts the block custom-kentongan, before all others, into ");
    }

    private void replace(OssecConf now, OssecConf then, String what) throws IOException {
        if (then.text().equals(now.text())) {
            return;
        }
        Path backup = wazuh.conf().resolveSibling("ossec.conf.kentongan-" + STAMP.format(LocalDateTime.now(clock)));
        steps.change(what + wazuh.conf() + "; the old one stays as " + backup.getFileName(), () -> {
            PlacedFile.like(wazuh.conf(), backup, bytes(now));
            PlacedFile.like(wazuh.conf(), wazuh.conf(), bytes(then));
        });
        steps.note(RESTART);
    }

    private void removeSpool() throws IOException {
        Path directory = wazuh.spoolDirectory();
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var left = Files.list(directory)) {
            if (left.findAny().isPresent()) {
                steps.fault(
                        directory + " still holds alerts that are not sent",
                        "let the forwarder drain it, or delete it by hand");
                return;
            }
        }
        steps.change("deletes " + directory, () -> Files.delete(directory));
    }

    private void placeSettings(boolean hook) throws IOException {
        if (Files.exists(settings)) {
            steps.asItIs(settings + " is there and is never overwritten");
            return;
        }
        String kind = hook ? "spool" : "file";
        String text = new String(packed("forwarder.properties"), StandardCharsets.UTF_8)
                .replace("@NAME@", Host.name())
                .replace("@KIND@", kind)
                .replace("@PATH@", (hook ? wazuh.spool() : wazuh.path()).toString());
        steps.change("writes " + settings + ": one source of kind " + kind + "; set kafka.bootstrap in it", () -> {
            Files.createDirectories(settings.toAbsolutePath().getParent());
            PlacedFile.write(
                    settings,
                    text.getBytes(StandardCharsets.UTF_8),
                    PosixFilePermissions.fromString("rw-r--r--"),
                    beside -> {});
        });
    }

    private void give(Path file, Path told) throws IOException {
        String trouble = accounts.own(file) ? null : accounts.take(file);
        if (trouble != null) {
            steps.fault(told + " is not " + accounts + ", " + trouble, "run this as root, on the manager");
        }
    }

    private OssecConf conf() throws IOException {
        return new OssecConf(Files.readString(wazuh.conf(), StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(OssecConf conf) {
        return conf.text().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Lies in the jar, so that hook and forwarder are always of one version. */
    static byte[] packed(String name) throws IOException {
        try (InputStream in = Installation.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("expected " + name + " in the jar, got none");
            }
            return in.readAllBytes();
        }
    }
}
