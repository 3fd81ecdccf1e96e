package id.kentongan.desk.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits to leave.
 *
 * @param target name of the topic, address of the webhook, or mail address
 * @param key of the record, subject of the message, or name of the case tool that a webhook belongs to
 * @param payload null empties the key of a topic
 */
record Parcel(
        long id,
        Way way,
        String target,
        String key,
        @Nullable String payload,
        Instant madeAt,
        int attempts) {
    enum Way {
        TOPIC,
        WEBHOOK,
        MAIL
    }
}
