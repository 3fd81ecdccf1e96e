package id.kentongan.desk.report;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.Tlp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What analysts wrote for their reports, in PostgreSQL. */
@Repository
public class Reports {
    private final JdbcClient sql;

    Reports(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Findings> of(String caseId) {
        return sql.sql("select * from case_report where case_id = :id")
                .param("id", caseId)
                .query((row, index) -> findings(row))
                .optional();
    }

    void write(String caseId, Findings written, String by, Instant now) {
        sql.sql("""
                insert into case_report values (:id, :category, :nature, :tlp, :severity, :severityReason, :summary,
                    :confidentiality, :integrity, :availability, :service, :data, :public, :actions,
                    :atOnce, :atOnceOwner, :atOnceDue, :soon, :soonOwner, :soonDue, :later, :laterOwner, :laterDue,
                    :lessons, :by, :now)
                on conflict (case_id) do update set category = excluded.category, nature = excluded.nature,
                    tlp = excluded.tlp, severity = excluded.severity, severity_reason = excluded.severity_reason,
                    summary = excluded.summary, confidentiality = excluded.confidentiality,
                    integrity = excluded.integrity, availability = excluded.availability,
                    service_impact = excluded.service_impact, data_impact = excluded.data_impact,
                    public_impact = excluded.public_impact, actions = excluded.actions,
                    at_once = excluded.at_once, at_once_owner = excluded.at_once_owner,
                    at_once_due = excluded.at_once_due, soon = excluded.soon, soon_owner = excluded.soon_owner,
                    soon_due = excluded.soon_due, later = excluded.later, later_owner = excluded.later_owner,
                    later_due = excluded.later_due, lessons = excluded.lessons, written_by = excluded.written_by,
                    written_at = excluded.written_at
                """)
                .param("id", caseId)
                .param("category", written.category().name())
                .param("nature", written.nature().name())
                .param("tlp", written.tlp().name())
                .param("severity", written.severity().name())
                .param("severityReason", written.severityReason())
                .param("summary", written.summary())
                .param("confidentiality", written.confidentiality())
                .param("integrity", written.integrity())
                .param("availability", written.availability())
                .param("service", written.serviceImpact())
                .param("data", written.dataImpact())
                .param("public", written.publicImpact())
                .param("actions", written.actions())
                .param("atOnce", written.atOnce().text())
                .param("atOnceOwner", written.atOnce().owner())
                .param("atOnceDue", written.atOnce().due())
                .param("soon", written.soon().text())
                .param("soonOwner", written.soon().owner())
                .param("soonDue", written.soon().due())
                .param("later", written.later().text())
                .param("laterOwner", written.later().owner())
                .param("laterDue", written.later().due())
                .param("lessons", written.lessons())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Findings findings(ResultSet row) throws SQLException {
        return new Findings(
                Category.valueOf(row.getString("category")),
                Nature.valueOf(row.getString("nature")),
                Tlp.valueOf(row.getString("tlp")),
                Severity.valueOf(row.getString("severity")),
                row.getString("severity_reason"),
                row.getString("summary"),
                row.getBoolean("confidentiality"),
                row.getBoolean("integrity"),
                row.getBoolean("availability"),
                row.getString("service_impact"),
                row.getString("data_impact"),
                row.getString("public_impact"),
                row.getString("actions"),
                advice(row, "at_once"),
                advice(row, "soon"),
                advice(row, "later"),
                row.getString("lessons"));
    }

    private static Advice advice(ResultSet row, String column) throws SQLException {
        return new Advice(
                row.getString(column),
                row.getString(column + "_owner"),
                row.getObject(column + "_due", LocalDate.class));
    }
}
