package id.kentongan.desk.assessment;

import id.kentongan.desk.assessment.VaResult.Outcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Results, proofs and verdicts, in PostgreSQL. */
@Repository
public class Assessments {
    private final JdbcClient sql;

    Assessments(JdbcClient sql) {
        this.sql = sql;
    }

    /** A result with the number by which it is found again. */
    record Numbered(long id, VaResult result) {}

    public List<VaResult> results(String caseId) {
        return numbered(caseId).stream().map(Numbered::result).toList();
    }

    List<Numbered> numbered(String caseId) {
        return sql.sql("select * from va_result where case_id = :id order by id")
                .param("id", caseId)
                .query((row, index) -> new Numbered(row.getLong("id"), result(row)))
                .list();
    }

    /** Says what a result of that case came to, and gives the result as it is then; empty where it is not there. */
    Optional<VaResult> judge(String caseId, long id, Outcome outcome) {
        return sql.sql("update va_result set outcome = :outcome where case_id = :case and id = :id returning *")
                .param("outcome", outcome.name())
                .param("case", caseId)
                .param("id", id)
                .query((row, index) -> result(row))
                .optional();
    }

    private static VaResult result(ResultSet row) throws SQLException {
        return new VaResult(
                row.getString("tool"),
                row.getString("target"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("finding"),
                row.getString("cve"),
                row.getString("cvss"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("written_by"));
    }

    void add(String caseId, VaResult result, Instant now) {
        sql.sql("""
                insert into va_result (case_id, tool, target, started_at, ended_at, finding, cve, cvss, outcome,
                    written_by, written_at)
                values (:id, :tool, :target, :started, :ended, :finding, :cve, :cvss, :outcome, :by, :now)
                """)
                .param("id", caseId)
                .param("tool", result.tool())
                .param("target", result.target())
                .param("started", utc(result.startedAt()))
                .param("ended", utc(result.endedAt()))
                .param("finding", result.finding())
                .param("cve", result.cve())
                .param("cvss", result.cvss())
                .param("outcome", result.outcome().name())
                .param("by", result.by())
                .param("now", utc(now))
                .update();
    }

    public List<VaWindow> windows(String caseId) {
        return sql.sql("select source_ips, from_at, until_at from va_window where case_id = :id order by id")
                .param("id", caseId)
                .query((row, index) -> new VaWindow(
                        List.of((String[]) row.getArray(1).getArray()),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Keeps a window and gives the id that the job knows it by. */
    String open(String caseId, VaWindow window, String by, Instant now) {
        long id = sql.sql("""
                insert into va_window (case_id, source_ips, from_at, until_at, opened_by, opened_at)
                values (:id, :ips, :from, :until, :by, :now) returning id
                """)
                .param("id", caseId)
                .param("ips", window.sourceIps().toArray(String[]::new))
                .param("from", utc(window.from()))
                .param("until", utc(window.until()))
                .param("by", by)
                .param("now", utc(now))
                .query(Long.class)
                .single();
        return "va-" + id;
    }

    public List<ProofFile> proofs(String caseId) {
        return sql.sql("""
                select id, name, kind, size, sha256, note, written_by, written_at from proof_file
                where case_id = :id order by id
                """)
                .param("id", caseId)
                .query((row, index) -> proof(row))
                .list();
    }

    /** Keeps a file and gives its SHA-256. */
    String keep(String caseId, String name, FileKind kind, byte[] content, String note, String by, Instant now) {
        String sha256 = sha256(content);
        sql.sql("""
                insert into proof_file (case_id, name, kind, size, sha256, note, content, written_by, written_at)
                values (:id, :name, :kind, :size, :sha256, :note, :content, :by, :now)
                """)
                .param("id", caseId)
                .param("name", name)
                .param("kind", kind.name())
                .param("size", content.length)
                .param("sha256", sha256)
                .param("note", note)
                .param("content", content)
                .param("by", by)
                .param("now", utc(now))
                .update();
        return sha256;
    }

    /** The bytes of a proof of that case. */
    public Optional<byte[]> content(String caseId, long proof) {
        return sql.sql("select content from proof_file where case_id = :id and id = :proof")
                .param("id", caseId)
                .param("proof", proof)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    public Optional<Verdict> verdict(String caseId) {
        return sql.sql("select * from verdict where case_id = :id")
                .param("id", caseId)
                .query((row, index) -> new Verdict(
                        Verdict.Word.valueOf(row.getString("verdict")),
                        row.getString("reason"),
                        Verdict.Cause.valueOf(row.getString("cause")),
                        SiemRating.valueOf(row.getString("siem_rating")),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void decide(String caseId, Verdict verdict) {
        sql.sql("""
                insert into verdict (case_id, verdict, reason, cause, siem_rating, decided_by, decided_at)
                values (:id, :word, :reason, :cause, :rating, :by, :at)
                on conflict (case_id) do update set verdict = excluded.verdict, reason = excluded.reason,
                    cause = excluded.cause, siem_rating = excluded.siem_rating, decided_by = excluded.decided_by,
                    decided_at = excluded.decided_at
                """)
                .param("id", caseId)
                .param("word", verdict.word().name())
                .param("reason", verdict.reason())
                .param("cause", verdict.cause().name())
                .param("rating", verdict.siemRating().name())
                .param("by", verdict.by())
                .param("at", utc(verdict.at()))
                .update();
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("expected SHA-256 in every Java", missing);
        }
    }

    private static ProofFile proof(ResultSet row) throws SQLException {
        return new ProofFile(
                row.getLong("id"),
                row.getString("name"),
                FileKind.valueOf(row.getString("kind")),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("note"),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
