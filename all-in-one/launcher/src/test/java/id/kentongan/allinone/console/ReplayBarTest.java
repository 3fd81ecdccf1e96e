package id.kentongan.allinone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayBarTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void inAFileEachTenthIsALineAndNoMore() throws IOException {
        ReplayBar bar = bar(false);

        for (int percent = 0; percent < 100; percent += 5) {
            forwarderWrites(percent, false);
            bar.redraw();
        }

        assertThat(shown().lines()).hasSize(9).allMatch(it -> it.contains("0 %"));
        assertThat(bar.ended()).isFalse();
    }

    @Test
    void onATerminalOneLineIsRedrawn() throws IOException {
        ReplayBar bar = bar(true);

        forwarderWrites(40, false);
        bar.redraw();
        forwarderWrites(50, false);
        bar.redraw();

        assertThat(shown())
                .contains("[########............]  40 %", "[##########..........]  50 %")
                .containsOnlyOnce("\u001b[1A\u001b[2K");
    }

    @Test
    void aChangingLineNeverWraps() {
        new Screen(new PrintStream(out, false, StandardCharsets.UTF_8), true).show(List.of("x".repeat(300)));

        assertThat(shown().strip()).hasSize(79);
    }

    @Test
    void theEndIsSaidOnceWithItsCounts() throws IOException {
        ReplayBar bar = bar(false);

        forwarderWrites(100, true);
        bar.redraw();

        assertThat(shown()).contains("Replay done", "7 alerts sent, 2 rejected").hasLineCount(1);
        assertThat(bar.ended()).isTrue();
    }

    @Test
    void aFileThatIsMissingOrDamagedShowsNothing() throws IOException {
        ReplayBar bar = bar(false);

        bar.redraw();
        Files.writeString(folder.resolve("progress.json"), "{\"sources\":[");
        bar.redraw();

        assertThat(shown()).isEmpty();
    }

    @Test
    void whatAttackersWriteCannotSteerTheTerminal() {
        new Screen(new PrintStream(out, false, StandardCharsets.UTF_8), true).say("a\u001b[2Jb\u009bc\rd");

        assertThat(shown()).doesNotContain("\u001b").doesNotContain("\u009b").hasLineCount(2);
    }

    private ReplayBar bar(boolean terminal) {
        Screen screen = new Screen(new PrintStream(out, false, StandardCharsets.UTF_8), terminal);
        return new ReplayBar(screen, folder.resolve("progress.json"));
    }

    private void forwarderWrites(int percent, boolean ended) throws IOException {
        Files.writeString(
                folder.resolve("progress.json"),
                "{\"sources\":[{\"name\":\"demo\",\"kind\":\"recorded\",\"readBytes\":" + percent
                        + ",\"totalBytes\":100,\"sent\":7,\"rejected\":2,\"lastTime\":\"2026-11-01T00:00:00Z\","
                        + "\"ended\":" + ended + "}]}");
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
