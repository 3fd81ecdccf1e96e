package id.kentongan.desk.course;

import id.kentongan.desk.deadline.LegalClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told as the law asks, in PostgreSQL. */
@Repository
public class LegalReports {
    private final JdbcClient sql;

    LegalReports(JdbcClient sql) {
        this.sql = sql;
    }

    public List<LegalReport> of(String caseId) {
        return sql.sql("select * from legal_report where case_id = :id order by sent_at")
                .param("id", caseId)
                .query((row, index) -> new LegalReport(
                        LegalClock.valueOf(row.getString("clock")),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getString("recipient"),
                        row.getString("ticket"),
                        row.getString("written_by")))
                .list();
    }

    /** False where the case holds one of that clock already. */
    public boolean add(String caseId, LegalReport report, Instant now) {
        return sql.sql("""
                insert into legal_report (case_id, clock, sent_at, recipient, ticket, written_by, written_at)
                values (:id, :clock, :sent, :recipient, :ticket, :by, :now) on conflict do nothing
                """)
                        .param("id", caseId)
                        .param("clock", report.clock().name())
                        .param("sent", report.sentAt().atOffset(ZoneOffset.UTC))
                        .param("recipient", report.recipient())
                        .param("ticket", report.ticket())
                        .param("by", report.by())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
