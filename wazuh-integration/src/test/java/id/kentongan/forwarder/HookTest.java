package id.kentongan.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the hook with the system's own sh and an empty PATH: a program that it started would not be found. */
class HookTest {
    private static final Path HOOK =
            Path.of(System.getProperty("kentongan.root", "."), "wazuh-integration", "hook", "custom-kentongan");
    private static final String ALERT = "{\"full_log\":\"a\\\\b  \\n $(id) `id` 'x' \\\"y\\\" %s\",\"x\":\"  \"}";

    @TempDir
    Path dir;

    private Path alert;
    private Path spool;

    @BeforeEach
    void writeAlert() throws IOException {
        alert = Files.writeString(dir.resolve("a.alert"), ALERT + "\n");
        spool = dir.resolve("spool");
    }

    @Test
    void lineIsAppendedUnchanged() throws Exception {
        assertThat(hook(alert, "", spool)).isZero();
        assertThat(hook(alert, "", spool)).isZero();

        assertThat(Files.readString(spool)).isEqualTo(ALERT + "\n" + ALERT + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "~~,~> /dev/null 2>&1~,~~,~~,~~",
                "debug,/tmp/custom-kentongan-1--2.options,~~,~~,~~",
                "~~,~~,10,3,~> /dev/null 2>&1~",
                "debug,~~,10,3,more"
            })
    void everyReleasesArgumentsAreUnderstood(String four, String five, String six, String seven, String eight)
            throws Exception {
        assertThat(hook(alert, "key", spool, four, five, six, seven, eight)).isZero();
        assertThat(spool).exists();
    }

    @Test
    void bytesThatAreNoUtf8PassUnchanged() throws Exception {
        byte[] bytes = {'{', (byte) 0xff, (byte) 0xc3, 9, '}', '\n'};
        Files.write(alert, bytes);

        assertThat(hook(alert, "", spool)).isZero();
        assertThat(Files.readAllBytes(spool)).isEqualTo(bytes);
    }

    @Test
    void bigAlertIsOneLine() throws Exception {
        String big = "{\"l\":\"" + "x".repeat(130_000) + "\"}";
        Files.writeString(alert, big + "\n");

        assertThat(hook(alert, "", spool)).isZero();
        assertThat(Files.readAllLines(spool)).containsExactly(big);
    }

    @Test
    void missingEmptyOrUnnamedAlertIsSaidAndNothingIsAppended() throws Exception {
        assertThat(hook(dir.resolve("none"), "", spool)).isEqualTo(66);
        assertThat(hook("", "", spool.toString())).isEqualTo(66);
        assertThat(hook(Files.createFile(dir.resolve("empty")), "", spool)).isEqualTo(66);
        assertThat(hook(dir, "", spool)).isEqualTo(66);
        assertThat(hook()).isEqualTo(66);
        assertThat(spool).doesNotExist();
    }

    @Test
    void alertThatIsNoJsonIsKeptAndSaid() throws Exception {
        Files.writeString(alert, "alertdate='x'\nalertlocation='y'\n");

        assertThat(hook(alert, "", spool)).isEqualTo(65);
        assertThat(Files.readString(spool)).isEqualTo("alertdate='x'\n");
    }

    @Test
    void fullSpoolIsSaidAndNeverGrowsPastItsLimit() throws Exception {
        Files.write(spool, new byte[1 << 20]);

        assertThat(hook(alert, "1", spool)).isEqualTo(75);
        assertThat(Files.size(spool)).isEqualTo(1 << 20);
        assertThat(hook(alert, "2", spool)).isZero();
    }

    @Test
    void spoolOutOfReachIsSaid() throws Exception {
        assertThat(hook(alert, "", dir.resolve("no/such/spool"))).isEqualTo(75);
    }

    @Test
    void keyWithASpaceThatShiftsTheArgumentsDoesNotReachAnotherFile() throws Exception {
        assertThat(hook(alert.toString(), "a", "b", spool.toString())).isNotZero();
        assertThat(spool).doesNotExist();
        assertThat(dir.resolve("b")).doesNotExist();
    }

    private int hook(Path alertFile, String key, Path spoolFile, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(alertFile.toString(), key, spoolFile.toString()));
        arguments.addAll(List.of(more));
        return hook(arguments.toArray(String[]::new));
    }

    private int hook(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", HOOK.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said).as("the hook never prints").isEmpty();
        return process.exitValue();
    }
}
