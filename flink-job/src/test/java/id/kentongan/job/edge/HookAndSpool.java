package id.kentongan.job.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Calls the hook for each alert, one call after the other, as the integrator does. */
final class HookAndSpool extends Manager {
    private static final Path HOOK =
            Path.of(System.getProperty("kentongan.root"), "wazuh-integration", "hook", "custom-kentongan");

    private final Path spool;
    private final Path file;

    HookAndSpool(Path home, long seed) throws IOException {
        super(seed);
        this.spool = Files.createDirectories(home.resolve("queue")).resolve("alerts.spool");
        this.file = home.resolve("integration.alert");
    }

    @Override
    String[] settings() {
        return new String[] {"source.s.kind=spool", "source.s.path=" + spool};
    }

    @Override
    void step() throws Exception {
        for (int i = random.nextInt(6); i >= 0; i--) {
            Files.writeString(file, alert() + "\n");
            Process hook = new ProcessBuilder(
                            "/bin/sh", HOOK.toString(), file.toString(), "", spool.toString(), "", "", "10", "3")
                    .start();
            assertThat(hook.waitFor()).isZero();
        }
    }
}
