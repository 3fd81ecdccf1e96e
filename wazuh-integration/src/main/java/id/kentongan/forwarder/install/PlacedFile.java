package id.kentongan.forwarder.install;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Puts a file in its place in one stroke; at no moment is it half written or readable by more than it will be. */
final class PlacedFile {
    private static final Set<PosixFilePermission> CLOSED = PosixFilePermissions.fromString("rw-------");

    private PlacedFile() {}

    /** What owns the new file before anybody sees it. */
    interface Owner {
        void take(Path file) throws IOException;
    }

    static void write(Path file, byte[] content, Set<PosixFilePermission> permissions, Owner owner) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try {
            fill(beside, content);
            owner.take(beside);
            Files.setPosixFilePermissions(beside, permissions);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** The same with the owner, group and mode of another file. */
    static void like(Path example, Path file, byte[] content) throws IOException {
        PosixFileAttributes as = Files.readAttributes(example, PosixFileAttributes.class);
        write(file, content, as.permissions(), beside -> {
            PosixFileAttributes now = Files.readAttributes(beside, PosixFileAttributes.class);
            if (!now.owner().equals(as.owner()) || !now.group().equals(as.group())) {
                Files.setAttribute(beside, "posix:group", as.group());
                Files.setOwner(beside, as.owner());
            }
        });
    }

    private static void fill(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(file, how, PosixFilePermissions.asFileAttribute(CLOSED))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
