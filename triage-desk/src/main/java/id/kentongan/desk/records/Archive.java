package id.kentongan.desk.records;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the records are made of. Writes nothing. */
@Repository
class Archive {
    private final JdbcClient sql;

    Archive(JdbcClient sql) {
        this.sql = sql;
    }

    /** Cases that came within the span, and those that were still waiting as candidates when it began. */
    List<ListedCase> listed(Instant from, Instant to) {
        return sql.sql("""
                select file.number, file.title_id, coalesce(file.agent_name, file.agent_id) as asset, file.rules,
                    file.severity, file.alert_count, file.first_received, course.stage,
                    coalesce(nullif(owner.full_name, ''), owner.name) as owner, verdict.verdict,
                    array(select labels_of(file.case_id)) as labels
                from case_file file join case_course course using (case_id)
                left join person owner on owner.name = course.owner
                left join verdict on verdict.case_id = file.case_id
                where (file.first_received >= :from and file.first_received < :to)
                    or exists (select from case_move move where move.case_id = file.case_id
                        and move.at >= :from and move.at < :to)
                order by file.first_received, file.number
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new ListedCase(
                        row.getString("number"),
                        row.getString("title_id"),
                        row.getString("asset"),
                        String.join(", ", (String[]) row.getArray("rules").getArray()),
                        Severity.valueOf(row.getString("severity")),
                        row.getLong("alert_count"),
                        row.getObject("first_received", OffsetDateTime.class).toInstant(),
                        StageName.valueOf(row.getString("stage")),
                        row.getString("owner"),
                        row.getString("verdict"),
                        label((String[]) row.getArray("labels").getArray())))
                .list();
    }

    private static Tlp label(String[] labels) {
        return Tlp.strictest(Arrays.stream(labels).map(Tlp::valueOf).toList());
    }

    List<Deed> deeds(Instant from, Instant to) {
        return sql.sql("""
                select file.number, move.*, coalesce(nullif(person.full_name, ''), move.actor) as who
                from case_move move join case_file file using (case_id) left join person on person.name = move.actor
                where move.at >= :from and move.at < :to order by move.id
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Deed(
                        row.getString("number"),
                        Move.valueOf(row.getString("move")),
                        StageName.valueOf(row.getString("from_stage")),
                        StageName.valueOf(row.getString("to_stage")),
                        row.getString("who"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("note"),
                        Duration.ofSeconds(row.getLong("work_seconds")),
                        Duration.ofSeconds(row.getLong("wait_seconds"))))
                .list();
    }

    /** The newest version of the case as the job wrote it. */
    Optional<String> record(String caseId) {
        return sql.sql("select record from case_file where case_id = :id")
                .param("id", caseId)
                .query(String.class)
                .optional();
    }
}
