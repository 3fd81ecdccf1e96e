package id.kentongan.desk.addendum;

import id.kentongan.desk.casefile.Stage;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.report.DocumentKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addenda, in PostgreSQL. Takes part in the caller's transaction. */
@Repository
public class Addenda {
    private static final String COLUMNS = """
            select id, document_id, number, document_number, corrected, reason, stage, author, verifier, ratifier, waived,
                sent_at, verified_at, ratified_at, note, sha256
            from addendum where case_id = :case
            """;

    private final JdbcClient sql;

    Addenda(JdbcClient sql) {
        this.sql = sql;
    }

    List<Addendum> all(String caseId) {
        return sql.sql(COLUMNS + " order by document_id, number")
                .param("case", caseId)
                .query((row, index) -> addendum(row))
                .list();
    }

    Optional<Addendum> find(String caseId, long id) {
        return sql.sql(COLUMNS + " and id = :id")
                .param("case", caseId)
                .param("id", id)
                .query((row, index) -> addendum(row))
                .optional();
    }

    /** Whether one of the case waits for that stage's office. */
    public boolean waiting(String caseId, StageName stage) {
        return all(caseId).stream().anyMatch(one -> one.stage().name() == stage && !Way.beingWritten(one.stage()));
    }

    /** The next of a document; gives its id. */
    long begin(String caseId, long document, Stage stage) {
        return sql.sql("""
                insert into addendum (case_id, document_id, number, document_number, corrected, reason, stage)
                values (:case, :document,
                    (select coalesce(max(number), 0) + 1 from addendum where document_id = :document), '', '', '', :stage)
                returning id
                """)
                .param("case", caseId)
                .param("document", document)
                .param("stage", stage.name().name())
                .query(Long.class)
                .single();
    }

    void write(long id, String documentNumber, String corrected, String reason) {
        sql.sql(
                        "update addendum set document_number = :number, corrected = :corrected, reason = :reason where id = :id")
                .param("number", documentNumber)
                .param("corrected", corrected)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void save(Addendum one) {
        sql.sql("""
                update addendum set stage = :stage, author = :author, verifier = :verifier, ratifier = :ratifier,
                    waived = :waived, sent_at = :sent, verified_at = :verified, ratified_at = :ratified, note = :note
                where id = :id
                """)
                .param("stage", one.stage().name().name())
                .param("author", one.author())
                .param("verifier", one.verifier())
                .param("ratifier", one.ratifier())
                .param("waived", one.waived())
                .param("sent", utc(one.sentAt()))
                .param("verified", utc(one.verifiedAt()))
                .param("ratified", utc(one.ratifiedAt()))
                .param("note", one.note())
                .param("id", one.id())
                .update();
    }

    /** From now on nothing of it changes. */
    void freeze(long id, String sha256, byte[] content) {
        sql.sql("update addendum set sha256 = :sha256, content = :content where id = :id")
                .param("sha256", sha256)
                .param("content", content)
                .param("id", id)
                .update();
    }

    Optional<byte[]> content(long id) {
        return sql.sql("select content from addendum where id = :id and content is not null")
                .param("id", id)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    /** The files of those that were ratified, by the name that each has in the folder of its case. */
    public Map<String, byte[]> files(String caseId) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        sql.sql("""
                select document.kind, document.version, addendum.number, addendum.content
                from addendum join document on document.id = addendum.document_id
                where addendum.case_id = :case and addendum.content is not null
                order by addendum.document_id, addendum.number
                """).param("case", caseId).query(row -> {
            DocumentKind kind = DocumentKind.valueOf(row.getString(1));
            files.put(AddendumPaper.name(kind, row.getInt(2), row.getInt(3)) + ".pdf", row.getBytes(4));
        });
        return files;
    }

    private static Addendum addendum(ResultSet row) throws SQLException {
        String author = row.getString("author");
        String verifier = row.getString("verifier");
        return new Addendum(
                row.getLong("id"),
                row.getLong("document_id"),
                row.getInt("number"),
                row.getString("document_number"),
                row.getString("corrected"),
                row.getString("reason"),
                Stage.of(StageName.valueOf(row.getString("stage")), author, verifier),
                author,
                verifier,
                row.getString("ratifier"),
                row.getBoolean("waived"),
                instant(row, "sent_at"),
                instant(row, "verified_at"),
                instant(row, "ratified_at"),
                row.getString("note"),
                row.getString("sha256"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
