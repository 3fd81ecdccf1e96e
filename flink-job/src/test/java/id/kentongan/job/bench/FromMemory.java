package id.kentongan.job.bench;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** So many records, each made when it is asked for, by one reader. Not for restarts. */
public final class FromMemory<T> implements Source<T, FromMemory.NoSplit, Boolean>, ResultTypeQueryable<T> {
    /** Makes the record of a number. */
    public interface Makes<T> extends Serializable {
        T record(long number);
    }

    /** There is nothing to divide. */
    public static final class NoSplit implements SourceSplit {
        @Override
        public String splitId() {
            return "all";
        }
    }

    private final long count;
    private final Makes<T> makes;
    private final Class<T> type;

    public FromMemory(Class<T> type, long count, Makes<T> makes) {
        this.type = type;
        this.count = count;
        this.makes = makes;
    }

    /** None. */
    public FromMemory(Class<T> type) {
        this(type, 0, number -> {
            throw new IllegalStateException("expected nobody to ask for a record");
        });
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return TypeInformation.of(type);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<T, NoSplit> createReader(SourceReaderContext context) {
        return new Reader();
    }

    private final class Reader implements SourceReader<T, NoSplit> {
        private long next;

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<T> output) {
            if (next == count) {
                return InputStatus.END_OF_INPUT;
            }
            output.collect(makes.record(next++));
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public List<NoSplit> snapshotState(long checkpointId) {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void addSplits(List<NoSplit> splits) {}

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }

    @Override
    public SplitEnumerator<NoSplit, Boolean> createEnumerator(SplitEnumeratorContext<NoSplit> context) {
        return new Nobody();
    }

    @Override
    public SplitEnumerator<NoSplit, Boolean> restoreEnumerator(
            SplitEnumeratorContext<NoSplit> context, Boolean checkpoint) {
        return new Nobody();
    }

    private static final class Nobody implements SplitEnumerator<NoSplit, Boolean> {
        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {}

        @Override
        public void addSplitsBack(List<NoSplit> splits, int subtask) {}

        @Override
        public void addReader(int subtask) {}

        @Override
        public Boolean snapshotState(long checkpointId) {
            return true;
        }

        @Override
        public void close() {}
    }

    @Override
    public SimpleVersionedSerializer<NoSplit> getSplitSerializer() {
        return new Nothing<>(new NoSplit());
    }

    @Override
    public SimpleVersionedSerializer<Boolean> getEnumeratorCheckpointSerializer() {
        return new Nothing<>(true);
    }

    private record Nothing<S>(S always) implements SimpleVersionedSerializer<S> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(S any) {
            return new byte[0];
        }

        @Override
        public S deserialize(int version, byte[] bytes) {
            return always;
        }
    }
}
