package id.kentongan.job.anomaly;

import org.jspecify.annotations.Nullable;

/** Flink's state throws what nobody here can mend. */
public final class FlinkState {
    private FlinkState() {}

    /** Reads from state. */
    public interface Reads<T> {
        @Nullable
        T read() throws Exception;
    }

    /** Writes to state. */
    public interface Writes {
        void write() throws Exception;
    }

    public static <T> @Nullable T read(Reads<T> state) {
        try {
            return state.read();
        } catch (Exception e) {
            throw new IllegalStateException("Flink's state cannot be read", e);
        }
    }

    public static void write(Writes state) {
        try {
            state.write();
        } catch (Exception e) {
            throw new IllegalStateException("Flink's state cannot be written", e);
        }
    }
}
