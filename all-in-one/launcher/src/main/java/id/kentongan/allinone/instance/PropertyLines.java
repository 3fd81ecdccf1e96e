package id.kentongan.allinone.instance;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Collectors;

/** Java properties as text: sorted, and without the date that would make equal files differ. */
public final class PropertyLines {
    private PropertyLines() {}

    public static String of(Properties properties) {
        StringWriter written = new StringWriter();
        try {
            properties.store(written, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString()
                .lines()
                .filter(it -> !it.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
