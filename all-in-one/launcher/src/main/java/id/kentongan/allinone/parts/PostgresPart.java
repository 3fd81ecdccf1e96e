package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.Port;
import id.kentongan.allinone.instance.Refused;
import id.kentongan.allinone.instance.Secret;
import id.kentongan.allinone.part.Part;
import id.kentongan.allinone.part.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL of our own, on TCP alone. It refuses to run as root; root therefore runs it in a user namespace where
 * root's own number means nobody ({@code unshare -U}), which needs no other account and changes no owner of a file.
 */
final class PostgresPart {
    static final String NAME = "postgres";

    private final Instance instance;
    private final Path log;
    private final boolean asRoot;

    PostgresPart(Instance instance) {
        this.instance = instance;
        this.log = instance.data().log(NAME);
        this.asRoot = "root".equals(System.getProperty("user.name"));
    }

    /** Unpacks the programs and makes the cluster, each once. */
    void prepare(Task task) throws InterruptedException {
        requireNamespacesForRoot();
        new PostgresBinaries(folder()).unpack();
        if (Files.exists(cluster())) {
            return;
        }
        Unfinished begun = Unfinished.begin(cluster());
        task.run(
                "postgres-initdb",
                "Making the database cluster",
                command(
                        "initdb",
                        "-D",
                        begun.folder().toString(),
                        "-U",
                        Databases.OWNER,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--auth=scram-sha-256",
                        "--pwfile=" + instance.secrets().file(Secret.POSTGRES_OWNER)),
                log,
                120);
        begun.finish();
    }

    /** INT is the fast stop: sessions are ended, everything is written. TERM would wait for the last session. */
    Part part() {
        return new Part(
                2,
                NAME,
                command(
                        "postgres",
                        "-D",
                        cluster().toString(),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "port=" + instance.ports().of(Port.POSTGRES),
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=on",
                        "-c",
                        "shared_buffers=64MB",
                        "-c",
                        "max_connections=40",
                        "-c",
                        "io_method=sync"),
                log,
                () -> new Databases(instance).answer(),
                Duration.ofMinutes(1),
                "INT",
                instance.ports().address(Port.POSTGRES));
    }

    private List<String> command(String program, String... arguments) {
        List<String> words = new ArrayList<>();
        if (asRoot) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(new PostgresBinaries(folder())
                .unpack()
                .resolve("bin")
                .resolve(program)
                .toString());
        words.addAll(List.of(arguments));
        return words;
    }

    private void requireNamespacesForRoot() throws InterruptedException {
        if (!asRoot) {
            return;
        }
        try {
            Process tried = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!tried.waitFor(10, TimeUnit.SECONDS) || tried.exitValue() != 0) {
                throw refusedNamespace("this system does not allow user namespaces");
            }
        } catch (IOException e) {
            throw refusedNamespace("unshare (Debian package util-linux) is missing");
        }
    }

    private static Refused refusedNamespace(String why) {
        return new Refused("PostgreSQL does not run as root, and " + why
                + ". Run ./kentongan as an ordinary user, or allow user namespaces"
                + " (sysctl user.max_user_namespaces=1000; in a container: its security profile).");
    }

    private Path cluster() {
        return folder().resolve("data");
    }

    private Path folder() {
        return instance.data().of(NAME);
    }
}
