package id.kentongan.desk.health;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the job has read the alerts, in PostgreSQL. */
@Repository
public class JobProgress {
    /**
     * What the broker said last.
     *
     * @param behind records of topic {@code alerts} that the job has not noted as read
     * @param moved when its place was first seen where it is, UTC
     * @param checked when the broker was asked, UTC
     */
    record Place(long behind, Instant moved, Instant checked) {}

    private final JdbcClient sql;

    JobProgress(JdbcClient sql) {
        this.sql = sql;
    }

    /** The broker was asked. */
    public void seen(long done, long behind, Instant now) {
        sql.sql("""
                insert into job_progress as had (done, behind, moved_at, checked_at) values (:done, :behind, :now, :now)
                on conflict (one) do update set done = excluded.done, behind = excluded.behind, checked_at = :now,
                    moved_at = case when had.done = excluded.done then had.moved_at else :now end
                """)
                .param("done", done)
                .param("behind", behind)
                .param("now", Kept.time(now))
                .update();
    }

    Optional<Place> place() {
        return sql.sql("select behind, moved_at, checked_at from job_progress")
                .query((row, index) ->
                        new Place(row.getLong("behind"), Kept.time(row, "moved_at"), Kept.time(row, "checked_at")))
                .optional();
    }
}
