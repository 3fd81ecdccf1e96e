package id.kentongan.job.casework;

import id.kentongan.job.anomaly.FlinkState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** One value of a scope, read from Flink's state once and written back when it changed. The scope must be the present key. */
final class Held<T> {
    private @Nullable T value;
    private boolean changed;

    @Nullable
    T in(ValueState<T> state) {
        if (value == null) {
            value = FlinkState.read(state::value);
        }
        return value;
    }

    void keep(T now) {
        value = now;
        changed = true;
    }

    void writeTo(ValueState<T> state) {
        T now = value;
        if (changed && now != null) {
            FlinkState.write(() -> state.update(now));
        }
        changed = false;
    }
}
