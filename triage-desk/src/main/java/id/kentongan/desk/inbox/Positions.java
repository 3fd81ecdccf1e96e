package id.kentongan.desk.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the inbox stands in the topic, in PostgreSQL. Takes part in the caller's transaction. */
@Repository
class Positions {
    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);

    private final JdbcClient sql;

    Positions(JdbcClient sql) {
        this.sql = sql;
    }

    /** The next offset by partition; empty, so that all is read, when the topic is new or was created anew. */
    Map<Integer, Long> of(String topic, String topicId) {
        Map<Integer, Long> next = new HashMap<>();
        sql.sql("select partition, topic_id, next_offset from inbox_position where topic = :topic")
                .param("topic", topic)
                .query(row -> {
                    if (row.getString("topic_id").equals(topicId)) {
                        next.put(row.getInt("partition"), row.getLong("next_offset"));
                    } else {
                        LOG.warn("Topic {} was created anew: it is read from its beginning", topic);
                    }
                });
        return next;
    }

    void moveTo(String topic, String topicId, Map<Integer, Long> nextOffsets) {
        nextOffsets.forEach((partition, next) -> sql.sql("""
                insert into inbox_position (topic, partition, topic_id, next_offset)
                values (:topic, :partition, :topicId, :next)
                on conflict (topic, partition) do update set topic_id = :topicId, next_offset = :next
                """)
                .param("topic", topic)
                .param("partition", partition)
                .param("topicId", topicId)
                .param("next", next)
                .update());
    }

    /** Also writes the place, so that a topic without records has a row too. */
    void endSeen(
            String topic, String topicId, Map<Integer, Long> nextOffsets, Map<Integer, Long> endOffsets, Instant now) {
        moveTo(topic, topicId, nextOffsets);
        endOffsets.forEach((partition, end) -> sql.sql("""
                update inbox_position set end_offset = :end, checked_at = :now
                where topic = :topic and partition = :partition
                """)
                .param("topic", topic)
                .param("partition", partition)
                .param("end", end)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update());
    }
}
