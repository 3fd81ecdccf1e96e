package id.kentongan.job.intake;

import id.kentongan.contracts.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an alert names beside its agent: the source address, loopback apart, the account, the file and the process. Written as
 * {@code kind|value}.
 */
public final class Names {
    public static final String ADDRESS = "address";
    public static final String USER = "user";
    public static final String FILE = "file";
    public static final String PROCESS = "process";

    private Names() {}

    public static List<String> of(Alert alert) {
        return of(alert.sourceIp(), alert.user(), alert.filePath(), alert.process());
    }

    public static List<String> of(Evidence evidence) {
        return of(evidence.sourceIp(), evidence.user(), evidence.filePath(), evidence.process());
    }

    public static String kind(String name) {
        return name.substring(0, name.indexOf('|'));
    }

    public static String value(String name) {
        return name.substring(name.indexOf('|') + 1);
    }

    private static List<String> of(
            @Nullable String address, @Nullable String user, @Nullable String filePath, @Nullable String process) {
        List<String> names = new ArrayList<>(4);
        add(names, ADDRESS, SourceAddress.isOne(address) ? address : null);
        add(names, USER, user);
        add(names, FILE, filePath);
        add(names, PROCESS, process);
        return names;
    }

    private static void add(List<String> names, String kind, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            names.add(kind + "|" + value);
        }
    }
}
