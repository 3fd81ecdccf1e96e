package id.kentongan.desk.report;

import id.kentongan.desk.assessment.Assessments;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents as they were when a hand passed them on, in PostgreSQL. None is ever changed. */
@Repository
public class Documents {
    /**
     * One that is kept, without its bytes.
     *
     * @param stage the move at which it was kept
     * @param addenda ratified corrections of it, by number
     */
    public record Kept(
            long id,
            DocumentKind kind,
            int version,
            String stage,
            Instant at,
            String by,
            String sha256,
            List<Correction> addenda) {
        private static final Set<String> LAST = Set.of("RATIFY", "ACKNOWLEDGE", "ISSUE_LETTER");

        public Kept {
            addenda = List.copyOf(addenda);
        }

        /** The last form of the document: only an addendum corrects it. */
        public boolean frozen() {
            return LAST.contains(stage);
        }
    }

    /** An addendum as the list of documents points to it. */
    public record Correction(long id, int number) {}

    private final JdbcClient sql;

    Documents(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps a document and gives its SHA-256. */
    public String keep(String caseId, DocumentKind kind, String stage, byte[] content, String by, Instant now) {
        String sha256 = Assessments.sha256(content);
        sql.sql("""
                insert into document (case_id, kind, version, stage, made_at, made_by, sha256, content)
                values (:id, :kind, :version, :stage, :now, :by, :sha256, :content)
                """)
                .param("id", caseId)
                .param("kind", kind.name())
                .param("version", newest(caseId, kind) + 1)
                .param("stage", stage)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("sha256", sha256)
                .param("content", content)
                .update();
        return sha256;
    }

    /** The greatest version that is kept; 0 when there is none. */
    public int newest(String caseId, DocumentKind kind) {
        return sql.sql("select coalesce(max(version), 0) from document where case_id = :id and kind = :kind")
                .param("id", caseId)
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    public List<Kept> all(String caseId) {
        Map<Long, List<Correction>> corrections = corrections(caseId);
        return sql.sql(
                        "select id, kind, version, stage, made_at, made_by, sha256 from document where case_id = :id order by id")
                .param("id", caseId)
                .query((row, index) -> new Kept(
                        row.getLong("id"),
                        DocumentKind.valueOf(row.getString("kind")),
                        row.getInt("version"),
                        row.getString("stage"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("made_by"),
                        row.getString("sha256"),
                        corrections.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private Map<Long, List<Correction>> corrections(String caseId) {
        Map<Long, List<Correction>> corrections = new HashMap<>();
        sql.sql(
                        "select document_id, id, number from addendum where case_id = :id and sha256 is not null order by number")
                .param("id", caseId)
                .query(row -> {
                    corrections
                            .computeIfAbsent(row.getLong("document_id"), document -> new ArrayList<>())
                            .add(new Correction(row.getLong("id"), row.getInt("number")));
                });
        return corrections;
    }

    public Optional<byte[]> content(String caseId, long document) {
        return sql.sql("select content from document where case_id = :id and id = :document")
                .param("id", caseId)
                .param("document", document)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }
}
