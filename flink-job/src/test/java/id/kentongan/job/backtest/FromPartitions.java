package id.kentongan.job.backtest;

import id.kentongan.job.intake.Arrival;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** Partitions of arrivals, from memory, that go on where a checkpoint left them; fails once, if asked to. */
final class FromPartitions implements Source<Arrival, FromPartitions.Place, Boolean> {
    private static final long serialVersionUID = 1L;
    /** Read between the checkpoint that is waited for and the failure: what is lost and read again. */
    private static final int BEYOND = 20;

    /** Filled before the job starts; it runs in this JVM. */
    static volatile List<List<Arrival>> partitions = List.of();
    /** Place of partition 0 at which a checkpoint is waited for, and then to fail; -1 = never. */
    static volatile int failAt = -1;

    private static volatile boolean checkpointed;

    record Place(int partition, int next) implements SourceSplit {
        @Override
        public String splitId() {
            return Integer.toString(partition);
        }
    }

    static void fill(List<List<Arrival>> all, int failing) {
        partitions = all;
        failAt = failing;
        checkpointed = false;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<Arrival, Place> createReader(SourceReaderContext context) {
        return new Reader();
    }

    private static final class Reader implements SourceReader<Arrival, Place> {
        private final List<Place> places = new ArrayList<>();
        private boolean waits;
        private boolean told;

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<Arrival> output) {
            int earliest = -1;
            for (int i = 0; i < places.size(); i++) {
                Place place = places.get(i);
                boolean more = place.next() < partitions.get(place.partition()).size();
                if (more && (earliest < 0 || share(place) < share(places.get(earliest)))) {
                    earliest = i;
                }
            }
            if (earliest < 0) {
                // Once one of two readers has ended there is no checkpoint any more that the other could fail behind.
                return told && failAt < 0 ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            Place place = places.get(earliest);
            if (failAt >= 0 && place.partition() == 0 && place.next() >= failAt) {
                waits = true;
                if (!checkpointed) {
                    return InputStatus.NOTHING_AVAILABLE;
                }
                if (place.next() >= failAt + BEYOND) {
                    failAt = -1;
                    throw new IllegalStateException("fails as asked");
                }
            }
            // Each partition speaks for itself: time waits until all of this reader have.
            output.createOutputForSplit(place.splitId())
                    .collect(partitions.get(place.partition()).get(place.next()));
            places.set(earliest, new Place(place.partition(), place.next() + 1));
            return InputStatus.MORE_AVAILABLE;
        }

        private static double share(Place place) {
            return (double) place.next() / partitions.get(place.partition()).size();
        }

        @Override
        public List<Place> snapshotState(long checkpointId) {
            return List.copyOf(places);
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            checkpointed |= waits;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void addSplits(List<Place> splits) {
            places.addAll(splits);
        }

        @Override
        public void notifyNoMoreSplits() {
            told = true;
        }

        @Override
        public void close() {}
    }

    @Override
    public SplitEnumerator<Place, Boolean> createEnumerator(SplitEnumeratorContext<Place> context) {
        return new Assigns(context, false);
    }

    @Override
    public SplitEnumerator<Place, Boolean> restoreEnumerator(SplitEnumeratorContext<Place> context, Boolean assigned) {
        return new Assigns(context, assigned);
    }

    private static final class Assigns implements SplitEnumerator<Place, Boolean> {
        private final SplitEnumeratorContext<Place> context;
        private boolean assigned;

        Assigns(SplitEnumeratorContext<Place> context, boolean assigned) {
            this.context = context;
            this.assigned = assigned;
        }

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {}

        @Override
        public void addSplitsBack(List<Place> splits, int subtask) {
            splits.forEach(split -> context.assignSplit(split, subtask));
        }

        @Override
        public void addReader(int subtask) {
            if (context.registeredReaders().size() < context.currentParallelism()) {
                return;
            }
            for (int i = 0; i < partitions.size() && !assigned; i++) {
                context.assignSplit(new Place(i, 0), i % context.currentParallelism());
            }
            assigned = true;
            context.registeredReaders().keySet().forEach(context::signalNoMoreSplits);
        }

        @Override
        public Boolean snapshotState(long checkpointId) {
            return assigned;
        }

        @Override
        public void close() {}
    }

    @Override
    public SimpleVersionedSerializer<Place> getSplitSerializer() {
        return new SimpleVersionedSerializer<>() {
            @Override
            public int getVersion() {
                return 1;
            }

            @Override
            public byte[] serialize(Place place) {
                return ByteBuffer.allocate(8)
                        .putInt(place.partition())
                        .putInt(place.next())
                        .array();
            }

            @Override
            public Place deserialize(int version, byte[] bytes) {
                ByteBuffer read = ByteBuffer.wrap(bytes);
                return new Place(read.getInt(), read.getInt());
            }
        };
    }

    @Override
    public SimpleVersionedSerializer<Boolean> getEnumeratorCheckpointSerializer() {
        return new SimpleVersionedSerializer<>() {
            @Override
            public int getVersion() {
                return 1;
            }

            @Override
            public byte[] serialize(Boolean assigned) {
                return new byte[] {(byte) (assigned ? 1 : 0)};
            }

            @Override
            public Boolean deserialize(int version, byte[] bytes) {
                return bytes[0] == 1;
            }
        };
    }
}
