package id.kentongan.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the hook under each sh that is here, with an empty PATH: a program that it started would not be found. Where
 * strace is here, it shows that no process is made.
 */
@ParameterizedClass
@MethodSource("shells")
class HookTest {
    private static final Path HOOK =
            Path.of(System.getProperty("kentongan.root", "."), "wazuh-integration", "hook", "custom-kentongan");
    private static final String ALERT = "{\"full_log\":\"a\\\\b  \\n $(id) `id` 'x' \\\"y\\\" %s\",\"x\":\"  \"}";

    private static final List<List<String>> SHELLS = List.of(
            List.of("/bin/bash"),
            List.of("/bin/bash", "--posix"),
            List.of("/bin/dash"),
            List.of("/bin/busybox", "ash"));

    @Parameter
    List<String> shell;

    @TempDir
    Path dir;

    static Stream<List<String>> shells() {
        return SHELLS.stream().filter(shell -> Files.isExecutable(Path.of(shell.get(0))));
    }

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
        assertThat(hook(alert, "1", spool)).isEqualTo(75);
        assertThat(Files.size(spool)).isEqualTo(1 << 20);
        assertThat(dir.resolve("spool.full"))
                .as("one byte for each that was refused")
                .hasContent("..");
    }

    @Test
    void lineAtTheLimitIsCutAndTheNextThatFitsBeginsALineOfItsOwn() throws Exception {
        Files.write(spool, new byte[(1 << 20) - 10]);
        assertThat(hook(alert, "1", spool)).isEqualTo(75);
        assertThat(Files.size(spool)).isEqualTo(1 << 20);

        assertThat(hook(alert, "2", spool)).isZero();
        assertThat(Files.readString(spool)).endsWith(ALERT.substring(0, 10) + "\n" + ALERT + "\n");
    }

    @Test
    void limitIsTheSameInEveryShell() throws Exception {
        Files.write(spool, new byte[(2 << 20) - 10 * 1024]);
        Files.writeString(alert, "{" + "x".repeat(20_000) + "}\n");
        assertThat(hook(alert, "2", spool)).isEqualTo(75);
        assertThat(Files.size(spool)).isEqualTo(2 << 20);
    }

    @Test
    void pipeOrDirectoryInPlaceOfAFileNeverBlocks() throws Exception {
        Path pipe = dir.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(hook(alert, "", pipe)).isEqualTo(75);
        assertThat(hook(alert, "", dir)).isEqualTo(75);
        assertThat(hook(pipe, "", spool)).isEqualTo(66);
        Files.write(spool, new byte[1 << 20]);
        Files.move(pipe, dir.resolve("spool.full"));
        assertThat(hook(alert, "1", spool)).isEqualTo(75);
    }

    @Test
    void nothingButTheSpoolIsLeft() throws Exception {
        hook(alert, "", spool);
        try (Stream<Path> all = Files.list(dir)) {
            assertThat(all).containsExactlyInAnyOrder(alert, spool);
        }
    }

    /** JSON escapes it, so it never stands in an alert; a shell leaves it out. */
    @Test
    void rawNulIsLeftOutAndTheRestPasses() throws Exception {
        Files.write(alert, new byte[] {'{', 0, '}', '\n'});
        assertThat(hook(alert, "", spool)).isZero();
        assertThat(spool).hasContent("{}\n");
    }

    @Test
    void alertWithoutALineEndPassesWithOne() throws Exception {
        Files.writeString(alert, "{}");
        assertThat(hook(alert, "", spool)).isZero();
        assertThat(spool).hasContent("{}\n");
    }

    @Test
    void noProcessIsMade() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "strace is not here");
        Path trace = dir.resolve("trace");
        List<String> command = new ArrayList<>(List.of("/usr/bin/strace", "-f", "-o", trace.toString()));
        command.addAll(List.of("-e", "trace=fork,vfork,clone,clone3,execve"));
        command.addAll(shell);
        command.addAll(List.of(HOOK.toAbsolutePath().toString(), alert.toString(), "", spool.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor() == 0, said);

        List<String> calls = Files.readAllLines(trace);
        assertThat(calls).filteredOn(call -> call.contains("execve(")).hasSize(1);
        assertThat(calls).noneMatch(call -> call.contains("fork(") || call.contains("clone"));
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
        List<String> command = new ArrayList<>(shell);
        command.add(HOOK.toAbsolutePath().toString());
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
