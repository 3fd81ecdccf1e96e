package id.kentongan.desk.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records that could not be taken, kept with their bytes. Takes part in the caller's transaction. */
@Repository
class RefusedRecords {
    private final JdbcClient sql;

    RefusedRecords(JdbcClient sql) {
        this.sql = sql;
    }

    void keep(Incoming incoming, Arrival.Unreadable why, Instant now) {
        sql.sql("""
                insert into inbox_refused (topic, partition, record_offset, reason, detail, value, received)
                values (:topic, :partition, :offset, :reason, :detail, :value, :received)
                """)
                .param("topic", incoming.topic())
                .param("partition", incoming.partition())
                .param("offset", incoming.offset())
                .param("reason", why.reason())
                .param("detail", why.detail().replace('\0', '\uFFFD'))
                .param("value", incoming.value())
                .param("received", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
