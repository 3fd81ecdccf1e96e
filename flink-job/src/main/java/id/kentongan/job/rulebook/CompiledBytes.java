package id.kentongan.job.rulebook;

import com.espertech.esper.common.client.EPCompiled;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;

/** Compiled statements as bytes, about 70 KB a rule. Read back by the class loader that holds Esper. */
final class CompiledBytes {
    private CompiledBytes() {}

    static byte[] write(EPCompiled compiled) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(compiled);
        } catch (IOException e) {
            throw new UncheckedIOException("expected compiled statements to be serialisable", e);
        }
        return bytes.toByteArray();
    }

    static EPCompiled read(byte[] bytes) {
        try (ObjectInputStream in = new OfEsper(new ByteArrayInputStream(bytes))) {
            return (EPCompiled) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("expected the statements that this version of the job compiled", e);
        }
    }

    private static final class OfEsper extends ObjectInputStream {
        OfEsper(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass wanted) throws IOException, ClassNotFoundException {
            String name = wanted.getName();
            if (name.startsWith("com.espertech.") || name.startsWith("java.") || name.startsWith("[")) {
                return Class.forName(name, false, CompiledBytes.class.getClassLoader());
            }
            throw new ClassNotFoundException("no part of compiled statements: " + name);
        }
    }
}
