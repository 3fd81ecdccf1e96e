package id.kentongan.job.intake;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Alerts between operators and in state: the bytes that an alert carries, with their length before them. The first byte
 * tells the layout; what older savepoints hold is read as it was written ({@link EarlierLayouts}).
 */
public final class AlertSerializer extends TypeSerializer<Alert> {
    private static final int LAYOUT = 3;

    /** Of this thread alone: Flink duplicates a serializer for each thread that works with it. */
    private transient @Nullable SharedTexts shared;

    private SharedTexts shared() {
        SharedTexts known = shared;
        if (known == null) {
            known = new SharedTexts();
            shared = known;
        }
        return known;
    }

    @Override
    public void serialize(Alert alert, DataOutputView out) throws IOException {
        byte[] bytes = alert.bytes();
        out.writeByte(LAYOUT);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public Alert deserialize(DataInputView in) throws IOException {
        int layout = in.readByte();
        if (layout != LAYOUT) {
            return EarlierLayouts.read(layout, in);
        }
        int length = in.readInt();
        if (length < AlertBytes.LEAST) {
            throw new IOException("expected an alert of " + AlertBytes.LEAST + " bytes or more, got " + length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new Alert(bytes, shared());
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
    public TypeSerializer<Alert> duplicate() {
        return new AlertSerializer();
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
    public boolean equals(Object other) {
        return other instanceof AlertSerializer;
    }

    @Override
    public int hashCode() {
        return AlertSerializer.class.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<Alert> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints: not to be moved. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Alert> {
        public Snapshot() {
            super(AlertSerializer::new);
        }

        @Override
        public TypeSerializerSchemaCompatibility<Alert> resolveSchemaCompatibility(TypeSerializerSnapshot<Alert> old) {
            return old instanceof PojoSerializerSnapshot
                    ? TypeSerializerSchemaCompatibility.compatibleAfterMigration()
                    : super.resolveSchemaCompatibility(old);
        }
    }
}
