package id.kentongan.allinone.instance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Collectors;

/** Java properties as text in ASCII, which every reader of them understands: sorted, without the date. */
public final class PropertyLines {
    private PropertyLines() {}

    public static String of(Properties properties) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            properties.store(written, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString(StandardCharsets.US_ASCII)
                .lines()
                .filter(it -> !it.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
