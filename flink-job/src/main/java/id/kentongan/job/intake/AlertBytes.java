package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** An alert as one run of bytes with its length before it, put together in a room that is used again. One thread. */
final class AlertBytes {
    /** A length of one byte below this, or this and a length of four bytes. */
    private static final int LONG = 254;

    private static final int ABSENT = 255;
    private static final int NONE = -1;
    private static final int FIXED = Long.BYTES + Integer.BYTES + 2;
    /** A room grown beyond this for a huge alert is not kept. */
    private static final int KEPT = 1 << 16;

    private final SharedTexts shared = new SharedTexts();
    private byte[] room = new byte[4096];
    private int at;

    void write(Alert alert, DataOutputView out) throws IOException {
        at = 0;
        Instant time = alert.time();
        putLong(time.getEpochSecond());
        putInt(time.getNano());
        put((byte) alert.level());
        put((byte) alert.generation());
        put(alert.node());
        put(alert.id());
        put(alert.ruleId());
        put(alert.description());
        put(alert.action().name());
        put(alert.agentId());
        put(alert.agentName());
        put(alert.agentIp());
        put(alert.sourceIp());
        put(alert.user());
        put(alert.url());
        put(alert.status());
        put(alert.method());
        put(alert.filePath());
        put(alert.process());
        put(alert.techniques());
        put(alert.groups());
        put(alert.excerpt());
        put(alert.sha256());
        put(alert.position());
        put(alert.severity());
        out.writeInt(at);
        out.write(room, 0, at);
        shrink();
    }

    Alert read(DataInputView in) throws IOException {
        int length = in.readInt();
        if (length < FIXED) {
            throw new IOException("expected an alert of " + FIXED + " bytes or more, got " + length);
        }
        at = 0;
        ensure(length);
        in.readFully(room, 0, length);
        Instant time = Instant.ofEpochSecond(getLong(), getInt());
        int level = room[at++];
        int generation = room[at++];
        Alert alert = new Alert(
                time,
                common(),
                text(),
                common(),
                level,
                common(),
                Action.valueOf(common()),
                common(),
                anyCommon(),
                anyCommon(),
                anyCommon(),
                anyCommon(),
                any(),
                anyCommon(),
                anyCommon(),
                any(),
                anyCommon(),
                texts(),
                texts(),
                text(),
                text(),
                text(),
                generation,
                anyCommon());
        shrink();
        return alert;
    }

    private void put(@Nullable String text) {
        if (text == null) {
            ensure(1);
            put((byte) ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(UTF_8);
        ensure(bytes.length + 1 + Integer.BYTES);
        putLength(bytes.length);
        System.arraycopy(bytes, 0, room, at, bytes.length);
        at += bytes.length;
    }

    private void put(List<String> texts) {
        ensure(1 + Integer.BYTES);
        putLength(texts.size());
        for (String text : texts) {
            put(text);
        }
    }

    private @Nullable String any() {
        int length = getLength();
        if (length == NONE) {
            return null;
        }
        String text = new String(room, at, length, UTF_8);
        at += length;
        return text;
    }

    private String text() {
        return required(any());
    }

    /** One that comes again. */
    private @Nullable String anyCommon() {
        int length = getLength();
        if (length == NONE) {
            return null;
        }
        String text = shared.of(room, at, length);
        at += length;
        return text;
    }

    private String common() {
        return required(anyCommon());
    }

    private static String required(@Nullable String text) {
        return Objects.requireNonNull(text, "expected a text that every alert has");
    }

    private List<String> texts() {
        String[] texts = new String[getLength()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = common();
        }
        return List.of(texts);
    }

    private void putLength(int length) {
        if (length < LONG) {
            put((byte) length);
        } else {
            put((byte) LONG);
            putInt(length);
        }
    }

    private int getLength() {
        int first = room[at++] & 0xff;
        if (first == ABSENT) {
            return NONE;
        }
        return first == LONG ? getInt() : first;
    }

    private void put(byte one) {
        room[at++] = one;
    }

    private void putInt(int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            room[at++] = (byte) (number >>> shift);
        }
    }

    private void putLong(long number) {
        putInt((int) (number >>> 32));
        putInt((int) number);
    }

    private int getInt() {
        int number = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            number = (number << 8) | (room[at++] & 0xff);
        }
        return number;
    }

    private long getLong() {
        return ((long) getInt() << 32) | (getInt() & 0xffffffffL);
    }

    private void ensure(int more) {
        if (at + more > room.length) {
            room = Arrays.copyOf(room, Math.max(at + more, 2 * room.length));
        }
    }

    private void shrink() {
        if (room.length > KEPT) {
            room = new byte[4096];
        }
    }
}
