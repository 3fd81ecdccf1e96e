package id.kentongan.forwarder.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file whose content nobody else may know. */
final class SecretFile {
    private static final int ROOT = 0;

    private SecretFile() {}

    /** Its text without the line end behind it. */
    static String read(Path file) throws IOException {
        return Files.readString(file).stripTrailing();
    }

    /** What is wrong with it, with the mend; null when nothing is. */
    static @Nullable String trouble(Path file) {
        try {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                return "is no file that this user can read: make it, and give it to the forwarder's group";
            }
            if (read(file).isEmpty()) {
                return "is empty: put the secret in it";
            }
            return openTo(file, Files.getPosixFilePermissions(file));
        } catch (IOException | UnsupportedOperationException e) {
            return "cannot be looked at (" + e + "): put it on a local disk as UTF-8 text";
        }
    }

    private static @Nullable String openTo(Path file, Set<PosixFilePermission> permissions) throws IOException {
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            return "is open to everybody on this machine: chmod 640 " + file;
        }
        boolean group = permissions.contains(PosixFilePermission.GROUP_READ)
                || permissions.contains(PosixFilePermission.GROUP_WRITE);
        if (group && own("uid") != ROOT && own("gid") != (int) Files.getAttribute(file, "unix:gid")) {
            return "is open to group " + Files.getAttribute(file, "posix:group")
                    + ", which is not the forwarder's own: " + "chgrp it to the forwarder's group and chmod 640 "
                    + file;
        }
        return null;
    }

    /** Of this process: the kernel gives its directory to it. */
    private static int own(String which) throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self/"), "unix:" + which);
    }
}
