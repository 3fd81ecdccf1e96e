package id.kentongan.desk.course;

import id.kentongan.desk.casefile.WaitingFor;
import id.kentongan.desk.deadline.StepClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When cases waited for others, in PostgreSQL. */
@Repository
public class Waitings {
    private final JdbcClient sql;

    Waitings(JdbcClient sql) {
        this.sql = sql;
    }

    /** All of a case, in order. */
    public List<Waiting> of(String caseId) {
        return sql.sql("select * from case_waiting where case_id = :id order by id")
                .param("id", caseId)
                .query((row, index) -> waiting(row))
                .list();
    }

    /** Those of the stage that the case is in, as its clock needs them. */
    List<StepClock.Pause> pauses(Standing standing) {
        return of(standing.caseId()).stream()
                .filter(one -> !one.from().isBefore(standing.enteredAt()))
                .map(one -> new StepClock.Pause(one.from(), one.until()))
                .toList();
    }

    /** False where it stands already. */
    boolean begin(Standing standing, WaitingFor reason, String asked, String by, Instant now) {
        return sql.sql("""
                insert into case_waiting (case_id, stage, reason, asked, begun_by, from_at)
                values (:id, :stage, :reason, :asked, :by, :now) on conflict do nothing
                """)
                        .param("id", standing.caseId())
                        .param("stage", standing.stageName().name())
                        .param("reason", reason.name())
                        .param("asked", asked.replace('\0', '\uFFFD'))
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean waitsFor(String caseId, WaitingFor reason) {
        return sql.sql("""
                select exists (select from case_waiting
                where case_id = :id and reason = :reason and until_at is null)
                """)
                .param("id", caseId)
                .param("reason", reason.name())
                .query(Boolean.class)
                .single();
    }

    /** Since when it stood; empty where it did not. */
    Optional<Instant> end(Standing standing, Waiting.End how, String by, String answer, Instant now) {
        return sql.sql("""
                update case_waiting set until_at = :now, ended = :how, ended_by = :by, answer = :answer
                where case_id = :id and until_at is null returning from_at
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("how", how.name())
                .param("by", by)
                .param("answer", answer.replace('\0', '\uFFFD'))
                .param("id", standing.caseId())
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    static Waiting waiting(ResultSet row) throws SQLException {
        String ended = row.getString("ended");
        return new Waiting(
                WaitingFor.valueOf(row.getString("reason")),
                row.getString("asked"),
                row.getString("begun_by"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("until_at", OffsetDateTime.class)),
                ended == null ? null : Waiting.End.valueOf(ended),
                row.getString("ended_by"),
                row.getString("answer"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
