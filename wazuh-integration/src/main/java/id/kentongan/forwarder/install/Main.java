package id.kentongan.forwarder.install;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/** What an administrator types. Exit 0: all is well; 1: something is not, and was said; 2: a wrong call. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new Commands(System.out::println, Clock.system(ZoneId.systemDefault()), Path.of("/tmp")).run(args));
    }
}
