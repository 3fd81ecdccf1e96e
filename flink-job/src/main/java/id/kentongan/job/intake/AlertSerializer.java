package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Alerts between operators and in state: texts at once, where Flink's own way of writing a record goes character by
 * character, which was a third of what the job did. The first byte tells the layout. What Flink wrote itself in older
 * savepoints is read as Flink wrote it.
 */
public final class AlertSerializer extends TypeSerializerSingleton<Alert> {
    public static final AlertSerializer INSTANCE = new AlertSerializer();

    private static final int LAYOUT = 1;
    private static final int ABSENT = -1;

    @Override
    public void serialize(Alert alert, DataOutputView out) throws IOException {
        out.writeByte(LAYOUT);
        Instant time = alert.time();
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
        write(alert.node(), out);
        write(alert.id(), out);
        write(alert.ruleId(), out);
        out.writeByte(alert.level());
        write(alert.description(), out);
        write(alert.action().name(), out);
        write(alert.agentId(), out);
        write(alert.agentName(), out);
        write(alert.agentIp(), out);
        write(alert.sourceIp(), out);
        write(alert.user(), out);
        write(alert.url(), out);
        write(alert.status(), out);
        write(alert.method(), out);
        write(alert.filePath(), out);
        write(alert.process(), out);
        write(alert.techniques(), out);
        write(alert.groups(), out);
        write(alert.excerpt(), out);
        write(alert.sha256(), out);
        write(alert.position(), out);
        out.writeByte(alert.generation());
        write(alert.severity(), out);
    }

    @Override
    public Alert deserialize(DataInputView in) throws IOException {
        int layout = in.readByte();
        if (layout != LAYOUT) {
            throw new IOException("expected an alert in layout " + LAYOUT + ", got " + layout);
        }
        return new Alert(
                Instant.ofEpochSecond(in.readLong(), in.readInt()),
                text(in),
                text(in),
                text(in),
                in.readByte(),
                text(in),
                Action.valueOf(text(in)),
                text(in),
                read(in),
                read(in),
                read(in),
                read(in),
                read(in),
                read(in),
                read(in),
                read(in),
                read(in),
                texts(in),
                texts(in),
                text(in),
                text(in),
                text(in),
                in.readByte(),
                read(in));
    }

    private static void write(@Nullable String text, DataOutputView out) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes, 0, bytes.length);
    }

    private static void write(List<String> texts, DataOutputView out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(text, out);
        }
    }

    private static @Nullable String read(DataInputView in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, UTF_8);
    }

    private static String text(DataInputView in) throws IOException {
        return Objects.requireNonNull(read(in), "expected a text that every alert has");
    }

    private static List<String> texts(DataInputView in) throws IOException {
        int size = in.readInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text(in));
        }
        return texts;
    }

    @Override
    public Alert deserialize(Alert reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public @Nullable Alert createInstance() {
        return null; // nothing is reused
    }

    @Override
    public Alert copy(Alert alert) {
        return alert;
    }

    @Override
    public Alert copy(Alert alert, Alert reuse) {
        return alert;
    }

    @Override
    public int getLength() {
        return -1; // as long as it is
    }

    @Override
    public TypeSerializerSnapshot<Alert> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints: not to be moved. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Alert> {
        public Snapshot() {
            super(() -> INSTANCE);
        }

        @Override
        public TypeSerializerSchemaCompatibility<Alert> resolveSchemaCompatibility(TypeSerializerSnapshot<Alert> old) {
            return old instanceof PojoSerializerSnapshot
                    ? TypeSerializerSchemaCompatibility.compatibleAfterMigration()
                    : super.resolveSchemaCompatibility(old);
        }
    }
}
