package id.kentongan.desk.inbox;

import id.kentongan.desk.health.Limits;
import id.kentongan.desk.telling.Telling;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices inputs that fell silent, and tells people once when it begins and once when it ends. Used by one thread. */
@Component
class InputWatch {
    private final JdbcClient sql;
    private final Telling telling;
    private final Clock clock;

    InputWatch(JdbcClient sql, Telling telling, Clock clock) {
        this.sql = sql;
        this.telling = telling;
        this.clock = clock;
    }

    /** Silence counts from here at the earliest: before, it was the reader that did not listen. */
    @Transactional
    void listens() {
        sql.sql("update source_heard set heard_at = :now where told_at is null and not ended")
                .param("now", utc(clock.instant()))
                .update();
    }

    @Transactional
    void heard(Collection<Beat> beats) {
        Map<String, Beat> newest = new HashMap<>();
        beats.forEach(beat ->
                newest.merge(beat.source(), beat, (one, other) -> other.at().isBefore(one.at()) ? one : other));
        newest.values()
                .forEach(beat -> sql.sql("""
                insert into source_heard as had (source, heard_at, ended, beat_at) values (:source, :at, :ended, :at)
                on conflict (source) do update set beat_at = greatest(had.beat_at, excluded.beat_at),
                    heard_at = greatest(had.heard_at, excluded.heard_at),
                    ended = case when had.heard_at <= excluded.heard_at then excluded.ended else had.ended end
                """)
                        .param("source", beat.source().replace('\0', '\uFFFD'))
                        .param("at", utc(beat.at()))
                        .param("ended", beat.ended())
                        .update());
    }

    /** To be called only when everything that the topic holds was read: else it is the reader that is late. */
    @Transactional
    void look() {
        Instant now = clock.instant();
        OffsetDateTime before = utc(now.minus(Limits.SILENT_AFTER));
        sql.sql("""
                update source_heard set told_at = :now
                where told_at is null and not ended and heard_at < :before returning source, heard_at
                """)
                .param("now", utc(now))
                .param("before", before)
                .query((row, index) -> new Beat(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant(), false))
                .list()
                .forEach(silent -> telling.inputSilent(silent.source(), silent.at()));
        sql.sql("""
                update source_heard set told_at = null
                where told_at is not null and (ended or heard_at >= :before) returning source
                """).param("before", before).query(String.class).list().forEach(telling::inputBack);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
