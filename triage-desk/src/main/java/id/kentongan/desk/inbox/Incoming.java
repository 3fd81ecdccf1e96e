package id.kentongan.desk.inbox;

import org.jspecify.annotations.Nullable;

/** One record as it came from the topic; {@code beat} where it is a heartbeat on topic {@code alerts}. Never compared nor kept, so the array is no harm. */
@SuppressWarnings("ArrayRecordComponent")
record Incoming(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        byte @Nullable [] value,
        @Nullable Beat beat,
        Marks marks) {
    Incoming(String topic, int partition, long offset, @Nullable String key, byte @Nullable [] value) {
        this(topic, partition, offset, key, value, null, Marks.NONE);
    }

    String place() {
        return topic + "/" + partition + "/" + offset;
    }
}
