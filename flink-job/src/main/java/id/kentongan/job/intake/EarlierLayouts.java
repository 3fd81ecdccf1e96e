package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.core.memory.DataInputView;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as savepoints hold them until the end of November 2026: in layout 1 each text behind a length of four bytes, in
 * layout 2 of one byte or five, with the numbers before all texts. Before that Flink wrote them, and reads them itself.
 */
final class EarlierLayouts {
    private static final int ABSENT = -1;

    private final int layout;
    private final DataInputView in;

    private EarlierLayouts(int layout, DataInputView in) {
        this.layout = layout;
        this.in = in;
    }

    static Alert read(int layout, DataInputView in) throws IOException {
        if (layout != 1 && layout != 2) {
            throw new IOException("expected an alert in layout 1, 2 or 3, got " + layout);
        }
        return new EarlierLayouts(layout, in).alert();
    }

    private Alert alert() throws IOException {
        boolean numbersFirst = layout == 2;
        if (numbersFirst) {
            in.readInt(); // how long all is
        }
        Instant time = Instant.ofEpochSecond(in.readLong(), in.readInt());
        int level = numbersFirst ? in.readByte() : 0;
        int generation = numbersFirst ? in.readByte() : 0;
        return new Alert(
                time,
                text(),
                text(),
                text(),
                numbersFirst ? level : in.readByte(),
                text(),
                Action.valueOf(text()),
                text(),
                any(),
                any(),
                any(),
                any(),
                any(),
                any(),
                any(),
                any(),
                any(),
                texts(),
                texts(),
                text(),
                text(),
                text(),
                numbersFirst ? generation : in.readByte(),
                any());
    }

    private int length() throws IOException {
        if (layout == 1) {
            return in.readInt();
        }
        int first = in.readUnsignedByte();
        return switch (first) {
            case 255 -> ABSENT;
            case 254 -> in.readInt();
            default -> first;
        };
    }

    private @Nullable String any() throws IOException {
        int length = length();
        if (length == ABSENT) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, UTF_8);
    }

    private String text() throws IOException {
        return Objects.requireNonNull(any(), "expected a text that every alert has");
    }

    private List<String> texts() throws IOException {
        int size = length();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text());
        }
        return texts;
    }
}
