package id.kentongan.allinone.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Where one instance keeps everything that outlives it: one folder, deleted as a whole. */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The one named, or {@code kentongan} in the user's data home.
     *
     * @param xdgDataHome value of {@code XDG_DATA_HOME}
     */
    public static DataDirectory chosen(@Nullable Path named, @Nullable String xdgDataHome, String userHome) {
        if (named != null) {
            return new DataDirectory(named);
        }
        boolean xdg = xdgDataHome != null && Path.of(xdgDataHome).isAbsolute();
        Path dataHome = xdg ? Path.of(xdgDataHome) : Path.of(userHome, ".local", "share");
        return new DataDirectory(dataHome.resolve("kentongan"));
    }

    /** Makes it, for its owner alone. */
    public void create() {
        createPrivate(root);
        createPrivate(run());
        createPrivate(settings());
        createPrivate(secrets());
        createPrivate(logs());
        createPrivate(temporary());
    }

    /** What the office sets itself ({@link OwnSettings}). */
    public Path settings() {
        return root.resolve("settings");
    }

    /** Settings as the parts read them, chosen ports and records of the running processes. */
    public Path run() {
        return root.resolve("run");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Temporary files of the parts, so that nothing of theirs is left elsewhere; emptied before each start. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    /** Only while no part runs. */
    public void emptyTemporary() {
        try {
            new WholeFolder(temporary()).delete();
        } catch (IOException e) {
            throw new Refused("Cannot empty " + temporary() + " (" + e + ").");
        }
        createPrivate(temporary());
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** What the named part keeps. */
    public Path of(String part) {
        return root.resolve(part);
    }

    private static void createPrivate(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new Refused("Cannot make the folder " + folder + " (" + e
                    + "). Choose a folder that you may write to with --data DIR.");
        }
        if (!Files.isWritable(folder)) {
            throw new Refused(
                    "May not write to " + folder + ". Choose a folder that you may write to with --data DIR.");
        }
    }

    /** Writes a small file whole or not at all, readable by its owner alone. */
    static void writePrivate(Path file, String text) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, text);
            Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
