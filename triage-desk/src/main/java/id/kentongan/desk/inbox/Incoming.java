package id.kentongan.desk.inbox;

import org.jspecify.annotations.Nullable;

/** One record as it came from the topic. Never compared nor kept, so the array is no harm. */
@SuppressWarnings("ArrayRecordComponent")
record Incoming(
        String topic, int partition, long offset, @Nullable String key, byte @Nullable [] value) {
    String place() {
        return topic + "/" + partition + "/" + offset;
    }
}
