package id.kentongan.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The package's content at some place, run by a user who may nothing: nobody, when the test itself is root. */
final class Unpacked {
    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private final Path front;

    Unpacked(Path root) {
        this.front = root.resolve("usr/bin/kentongan-forwarder");
    }

    record Answer(int exit, String said) {}

    Answer answer(String... words) throws Exception {
        Process process = start(ProcessBuilder.Redirect.PIPE, words);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), said);
    }

    Process start(ProcessBuilder.Redirect to, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(front.toString());
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(to)
                .start();
    }

    static void give(Path tree) throws Exception {
        if (ROOT) {
            run("chown", "-R", "nobody:nogroup", tree.toString());
        }
    }

    static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    static long residentKib(Process process) throws IOException {
        Matcher size = Pattern.compile("VmRSS:\\s+(\\d+)")
                .matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        assertThat(size.find()).isTrue();
        return Long.parseLong(size.group(1));
    }

    /** Addresses, as the kernel writes them in hexadecimal, at which the process waits for connections. */
    static Set<String> listening(Process process) throws IOException {
        Set<String> sockets = new HashSet<>();
        Path proc = Path.of("/proc/" + process.pid());
        try (var descriptors = Files.newDirectoryStream(proc.resolve("fd"))) {
            for (Path each : descriptors) {
                sockets.add(Files.readSymbolicLink(each).toString());
            }
        }
        Set<String> addresses = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(proc.resolve(table))) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns[3].equals("0A") && sockets.contains("socket:[" + columns[9] + "]")) {
                    addresses.add(columns[1].substring(0, columns[1].indexOf(':')));
                }
            }
        }
        return addresses;
    }
}
