package id.kentongan.desk.analysis;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The six words and the notes of each case, in PostgreSQL. */
@Repository
public class Analyses {
    private final JdbcClient sql;

    Analyses(JdbcClient sql) {
        this.sql = sql;
    }

    public SixWords of(String caseId) {
        return sql.sql("select * from case_analysis where case_id = :id")
                .param("id", caseId)
                .query((row, index) -> new SixWords(
                        row.getString("attack_form"),
                        row.getString("scheme"),
                        row.getString("cause"),
                        row.getString("gap"),
                        row.getString("mitigation"),
                        row.getString("handling")))
                .optional()
                .orElse(SixWords.EMPTY);
    }

    void write(String caseId, SixWords words, String by, Instant now) {
        sql.sql("""
                insert into case_analysis (case_id, attack_form, scheme, cause, gap, mitigation, handling, written_by,
                    written_at)
                values (:id, :attackForm, :scheme, :cause, :gap, :mitigation, :handling, :by, :now)
                on conflict (case_id) do update set attack_form = excluded.attack_form, scheme = excluded.scheme,
                    cause = excluded.cause, gap = excluded.gap, mitigation = excluded.mitigation,
                    handling = excluded.handling, written_by = excluded.written_by, written_at = excluded.written_at
                """)
                .param("id", caseId)
                .param("attackForm", words.attackForm())
                .param("scheme", words.scheme())
                .param("cause", words.cause())
                .param("gap", words.gap())
                .param("mitigation", words.mitigation())
                .param("handling", words.handling())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Note> notes(String caseId) {
        return sql.sql("select written_at, written_by, note from case_note where case_id = :id order by id")
                .param("id", caseId)
                .query((row, index) -> new Note(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2), row.getString(3)))
                .list();
    }

    void note(String caseId, String text, String by, Instant now) {
        sql.sql("insert into case_note (case_id, written_at, written_by, note) values (:id, :now, :by, :note)")
                .param("id", caseId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("note", text)
                .update();
    }
}
