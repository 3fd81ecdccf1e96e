package id.kentongan.desk.course;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where cases stand and how they came there, in PostgreSQL. */
@Repository
public class Standings {
    private static final String STANDING = """
            select course.*, file.number, file.severity, into_file.number as merged_number, waiting.reason,
                waiting.asked, waiting.begun_by, waiting.from_at, waiting.until_at, waiting.ended, waiting.ended_by,
                waiting.answer
            from case_course course join case_file file using (case_id)
            left join case_file into_file on into_file.case_id = course.merged_into
            left join case_waiting waiting on waiting.case_id = course.case_id and waiting.until_at is null
            where file.number = :number
            """;

    private final JdbcClient sql;

    Standings(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Standing> find(CaseNumber number) {
        return sql.sql(STANDING)
                .param("number", number.written())
                .query((row, index) -> standing(row))
                .optional();
    }

    Optional<Standing> lock(CaseNumber number) {
        return sql.sql(STANDING + " for update of course")
                .param("number", number.written())
                .query((row, index) -> standing(row))
                .optional();
    }

    /** Every move of a case, in order. */
    public List<Step> steps(CaseNumber number) {
        return sql.sql("""
                select move.* from case_move move join case_file file using (case_id)
                where file.number = :number order by move.id
                """)
                .param("number", number.written())
                .query((row, index) -> step(row))
                .list();
    }

    void save(Standing standing) {
        sql.sql("""
                update case_course set stage = :stage, owner = :owner, author = :author, verifier = :verifier,
                    ratifier = :ratifier, waived = :waived, reanalyses = :reanalyses, entered_at = :entered,
                    due_at = :due, discovered_at = :discovered, closed_at = :closed,
                    merged_into = case when :merged then merged_into end
                where case_id = :id
                """)
                .param("stage", standing.stageName().name())
                .param("owner", standing.owner())
                .param("author", standing.author())
                .param("verifier", standing.verifier())
                .param("ratifier", standing.ratifier())
                .param("waived", standing.waived())
                .param("reanalyses", standing.reanalyses())
                .param("entered", utc(standing.enteredAt()))
                .param("due", utc(standing.dueAt()))
                .param("discovered", utc(standing.discoveredAt()))
                .param("closed", utc(standing.closedAt()))
                .param("merged", standing.mergedInto() != null)
                .param("id", standing.caseId())
                .update();
    }

    void add(String caseId, Step step) {
        sql.sql("""
                insert into case_move (case_id, move, from_stage, to_stage, actor, role, acting, at, note, channel,
                    due_at, work_seconds, wait_seconds, waived)
                values (:id, :move, :from, :to, :actor, :role, :acting, :at, :note, :channel, :due, :work, :wait,
                    :waived)
                """)
                .param("id", caseId)
                .param("move", step.move().name())
                .param("from", step.from().name())
                .param("to", step.to().name())
                .param("actor", step.actor())
                .param("role", step.role().name())
                .param("acting", step.acting())
                .param("at", utc(step.at()))
                .param("note", step.note().replace('\0', '\uFFFD'))
                .param("channel", step.channel())
                .param("due", utc(step.dueAt()))
                .param("work", step.work().toSeconds())
                .param("wait", step.waited().toSeconds())
                .param("waived", step.waived())
                .update();
    }

    void dueAt(CaseNumber number, @Nullable Instant due) {
        sql.sql("""
                update case_course set due_at = :due
                where case_id = (select case_id from case_file where number = :number)
                """).param("due", utc(due)).param("number", number.written()).update();
    }

    void ownedBy(CaseNumber number, String owner) {
        sql.sql("""
                update case_course set owner = :owner
                where case_id = (select case_id from case_file where number = :number)
                """).param("owner", owner).param("number", number.written()).update();
    }

    void mergedInto(CaseNumber number, String caseId) {
        sql.sql("""
                update case_course set merged_into = :into
                where case_id = (select case_id from case_file where number = :number)
                """).param("into", caseId).param("number", number.written()).update();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return new Standing(
                row.getString("case_id"),
                CaseNumber.parse(number)
                        .orElseThrow(() -> new IllegalStateException("expected a case number, got " + number)),
                StageName.valueOf(row.getString("stage")),
                row.getString("owner"),
                row.getString("author"),
                row.getString("verifier"),
                row.getString("ratifier"),
                row.getBoolean("waived"),
                row.getInt("reanalyses"),
                row.getString("merged_number"),
                row.getString("split_from"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                instant(row, "discovered_at"),
                instant(row, "closed_at"),
                row.getString("source"),
                tlp(row.getString("source_tlp")),
                Severity.valueOf(row.getString("severity")),
                row.getObject("from_at") == null ? null : Waitings.waiting(row));
    }

    private static @Nullable Tlp tlp(@Nullable String written) {
        return written == null ? null : Tlp.valueOf(written);
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                Move.valueOf(row.getString("move")),
                StageName.valueOf(row.getString("from_stage")),
                StageName.valueOf(row.getString("to_stage")),
                row.getString("actor"),
                Role.valueOf(row.getString("role")),
                row.getString("acting"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("note"),
                row.getString("channel"),
                instant(row, "due_at"),
                Duration.ofSeconds(row.getLong("work_seconds")),
                Duration.ofSeconds(row.getLong("wait_seconds")),
                row.getBoolean("waived"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
