package id.kentongan.job.anomaly;

import org.jspecify.annotations.Nullable;

/** Flink's state throws what nobody here can mend. */
final class FlinkState {
    private FlinkState() {}

    interface Reads<T> {
        @Nullable
        T read() throws Exception;
    }

    interface Writes {
        void write() throws Exception;
    }

    static <T> @Nullable T read(Reads<T> state) {
        try {
            return state.read();
        } catch (Exception e) {
            throw new IllegalStateException("Flink's state cannot be read", e);
        }
    }

    static void write(Writes state) {
        try {
            state.write();
        } catch (Exception e) {
            throw new IllegalStateException("Flink's state cannot be written", e);
        }
    }
}
