package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert as bytes: where the rest begins; the head; the rest, which few alerts are ever asked for, in the order of the
 * numbers below; techniques. A text has its length before it, in one byte or in five; a list the number of its texts.
 */
final class AlertBytes {
    static final int DESCRIPTION = 0;
    static final int AGENT_NAME = 1;
    static final int AGENT_IP = 2;
    static final int URL = 3;
    static final int STATUS = 4;
    static final int METHOD = 5;
    static final int SEVERITY = 6;
    static final int EXCERPT = 7;
    static final int SHA256 = 8;
    static final int POSITION = 9;
    private static final int TECHNIQUES = 10;

    /** The numbers before all texts. */
    static final int LEAST = 2 * Integer.BYTES + Long.BYTES + 2;

    /** A length of one byte below this, or this and a length of four bytes. */
    private static final int LONG = 254;

    private static final int ABSENT = 255;
    private static final int NONE = -1;
    private static final int ROOM = 1024;

    private byte[] bytes;
    private int at;

    private AlertBytes(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** @param rest in the order of the numbers above */
    static byte[] of(AlertHead head, List<String> techniques, @Nullable String... rest) {
        AlertBytes out = new AlertBytes(new byte[ROOM], Integer.BYTES);
        out.put(head);
        int restAt = out.at;
        for (String text : rest) {
            out.put(text);
        }
        out.put(techniques);
        int length = out.at;
        out.at = 0;
        out.putInt(restAt);
        return Arrays.copyOf(out.bytes, length);
    }

    static AlertHead head(byte[] bytes, SharedTexts shared) {
        AlertBytes in = new AlertBytes(bytes, Integer.BYTES);
        return new AlertHead(
                Instant.ofEpochSecond(in.getLong(), in.getInt()),
                in.bytes[in.at++],
                in.bytes[in.at++],
                in.common(shared),
                in.text(),
                in.common(shared),
                Action.valueOf(in.common(shared)),
                in.common(shared),
                in.anyCommon(shared),
                in.anyCommon(shared),
                in.any(),
                in.anyCommon(shared),
                in.texts(shared));
    }

    static @Nullable String rest(byte[] bytes, int which) {
        return rest(bytes).skip(which).any();
    }

    static List<String> techniques(byte[] bytes) {
        AlertBytes in = rest(bytes).skip(TECHNIQUES);
        String[] texts = new String[in.getLength()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        return List.of(texts);
    }

    static String required(@Nullable String text) {
        return Objects.requireNonNull(text, "expected a text that every alert has");
    }

    private static AlertBytes rest(byte[] bytes) {
        return new AlertBytes(bytes, new AlertBytes(bytes, 0).getInt());
    }

    private AlertBytes skip(int texts) {
        for (int i = 0; i < texts; i++) {
            int length = getLength(); // which moves on
            at += Math.max(0, length);
        }
        return this;
    }

    private void put(AlertHead head) {
        Instant time = head.time();
        putLong(time.getEpochSecond());
        putInt(time.getNano());
        bytes[at++] = (byte) head.level();
        bytes[at++] = (byte) head.generation();
        put(head.node());
        put(head.id());
        put(head.ruleId());
        put(head.action().name());
        put(head.agentId());
        put(head.sourceIp());
        put(head.user());
        put(head.filePath());
        put(head.process());
        put(head.groups());
    }

    private void put(@Nullable String text) {
        if (text == null) {
            ensure(1);
            bytes[at++] = (byte) ABSENT;
            return;
        }
        byte[] written = text.getBytes(UTF_8);
        ensure(written.length + 1 + Integer.BYTES);
        putLength(written.length);
        System.arraycopy(written, 0, bytes, at, written.length);
        at += written.length;
    }

    private void put(List<String> texts) {
        ensure(1 + Integer.BYTES);
        putLength(texts.size());
        texts.forEach(this::put);
    }

    private @Nullable String any() {
        int length = getLength();
        if (length == NONE) {
            return null;
        }
        String text = new String(bytes, at, length, UTF_8);
        at += length;
        return text;
    }

    private String text() {
        return required(any());
    }

    /** One that comes again. */
    private @Nullable String anyCommon(SharedTexts shared) {
        int length = getLength();
        if (length == NONE) {
            return null;
        }
        String text = shared.of(bytes, at, length);
        at += length;
        return text;
    }

    private String common(SharedTexts shared) {
        return required(anyCommon(shared));
    }

    private List<String> texts(SharedTexts shared) {
        String[] texts = new String[getLength()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = common(shared);
        }
        return List.of(texts);
    }

    private void putLength(int length) {
        if (length < LONG) {
            bytes[at++] = (byte) length;
        } else {
            bytes[at++] = (byte) LONG;
            putInt(length);
        }
    }

    private int getLength() {
        int first = bytes[at++] & 0xff;
        if (first == ABSENT) {
            return NONE;
        }
        return first == LONG ? getInt() : first;
    }

    private void putInt(int number) {
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[at++] = (byte) (number >>> shift);
        }
    }

    private void putLong(long number) {
        putInt((int) (number >>> Integer.SIZE));
        putInt((int) number);
    }

    private int getInt() {
        int number = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            number = (number << Byte.SIZE) | (bytes[at++] & 0xff);
        }
        return number;
    }

    private long getLong() {
        return ((long) getInt() << Integer.SIZE) | (getInt() & 0xffffffffL);
    }

    private void ensure(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + more, 2 * bytes.length));
        }
    }
}
