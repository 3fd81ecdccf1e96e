package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.core.memory.DataInputView;
import org.jspecify.annotations.Nullable;

/** Reads an alert as savepoints until November 2026 hold it: each text with its length before it, -1 for none. */
final class AlertTexts {
    private static final int ABSENT = -1;

    private AlertTexts() {}

    static Alert read(DataInputView in) throws IOException {
        return new Alert(
                Instant.ofEpochSecond(in.readLong(), in.readInt()),
                text(in),
                text(in),
                text(in),
                in.readByte(),
                text(in),
                Action.valueOf(text(in)),
                text(in),
                any(in),
                any(in),
                any(in),
                any(in),
                any(in),
                any(in),
                any(in),
                any(in),
                any(in),
                texts(in),
                texts(in),
                text(in),
                text(in),
                text(in),
                in.readByte(),
                any(in));
    }

    private static @Nullable String any(DataInputView in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, UTF_8);
    }

    private static String text(DataInputView in) throws IOException {
        return Objects.requireNonNull(any(in), "expected a text that every alert has");
    }

    private static List<String> texts(DataInputView in) throws IOException {
        int size = in.readInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text(in));
        }
        return texts;
    }
}
