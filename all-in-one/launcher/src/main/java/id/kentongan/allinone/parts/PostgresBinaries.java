package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once for each version from the jar that Maven brought. */
final class PostgresBinaries {
    private final Path postgresFolder;

    PostgresBinaries(Path postgresFolder) {
        this.postgresFolder = postgresFolder;
    }

    /** The folder with {@code bin}, {@code lib} and {@code share}. */
    Path unpack() {
        Path unpacked = postgresFolder.resolve("bin-" + version());
        if (Files.exists(unpacked)) {
            return unpacked;
        }
        Unfinished begun = Unfinished.begin(unpacked);
        try (InputStream packed = packed();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, begun.folder());
            }
        } catch (IOException e) {
            throw new Refused(
                    "Cannot unpack PostgreSQL into " + postgresFolder + " (" + e + "). It needs about 100 MB there.");
        }
        begun.finish();
        return unpacked;
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("the archive reaches out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream packed() {
        String machine = System.getProperty("os.arch", "");
        String packedFor = machine.equals("aarch64") ? "arm_64" : "x86_64";
        InputStream packed = PostgresBinaries.class.getResourceAsStream("/postgres-linux-" + packedFor + ".txz");
        if (packed == null) {
            throw new Refused("No PostgreSQL for this machine (" + machine
                    + ") was built in. Kentongan runs on Linux, amd64 or aarch64.");
        }
        return packed;
    }

    private static String version() {
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/versions.properties")) {
            Properties versions = new Properties();
            versions.load(in);
            return versions.getProperty("postgres");
        } catch (IOException e) {
            throw new IllegalStateException("versions.properties cannot be read from the launcher's jar", e);
        }
    }
}
