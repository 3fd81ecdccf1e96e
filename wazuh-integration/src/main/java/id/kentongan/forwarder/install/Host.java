package id.kentongan.forwarder.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This machine's name: sources of two nodes must not share one. */
final class Host {
    private static final Path KERNELS = Path.of("/proc/sys/kernel/hostname");

    private Host() {}

    static String name() throws IOException {
        String name =
                Files.readString(KERNELS).strip().replaceFirst("\\..*", "").replaceAll("[^a-zA-Z0-9_-]", "-");
        return name.isEmpty() ? "wazuh" : name.substring(0, Math.min(64, name.length()));
    }
}
