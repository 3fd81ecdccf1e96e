package id.kentongan.desk.shelf;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.casefile.Splitting;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.deadline.Limit;
import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.settings.DeskSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases that the desk holds, in PostgreSQL. Takes part in the caller's transaction. */
@Repository
public class CaseShelf {
    /** What came of an offered case. */
    public enum Taken {
        /** First version that came of this case; it has a number now. */
        NEW,
        /** Newer than the one held. */
        REPLACED,
        /** Held already, in this version or a newer one. */
        KNOWN,
        /** Same version as the one held, other content: somebody broke a promise. The one held stays. */
        CONFLICT
    }

    private record Held(long version, String record) {}

    private final JdbcClient sql;
    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final boolean standby;

    CaseShelf(JdbcClient sql, WorkingCalendar calendar, DeskSettings settings) {
        this.sql = sql;
        this.calendar = calendar;
        this.zone = settings.timeZone();
        this.standby = settings.calls().standby();
    }

    /**
     * Puts a case on the shelf, unless this version of it or a newer one lies there.
     *
     * @param record the JSON that {@code offered} was read from
     */
    public Taken take(Case offered, String record, Instant now) {
        Optional<Held> held = held(offered.id());
        if (held.isEmpty()) {
            insert(offered, record, now);
            return Taken.NEW;
        }
        long version = held.get().version();
        if (offered.version() > version) {
            replace(offered, record, now);
            return Taken.REPLACED;
        }
        boolean same = offered.version() < version
                || CaseJson.read(held.get().record()).equals(offered);
        return same ? Taken.KNOWN : Taken.CONFLICT;
    }

    /**
     * Puts a case on the shelf that no rule found, and gives its number.
     *
     * @param told label under which others told of it; null where nobody did
     */
    public CaseNumber open(Case content, String source, @Nullable Tlp told, Instant now) {
        CaseNumber number = insert(content, CaseJson.write(content), now);
        sql.sql("update case_course set source = :source, source_tlp = :tlp where case_id = :id")
                .param("source", source)
                .param("tlp", told == null ? null : told.name())
                .param("id", content.id())
                .update();
        return number;
    }

    public Optional<CaseFile> find(CaseNumber number) {
        return sql.sql("""
                select number, record, first_received, last_received,
                    array(select finding_id from case_split split where split.case_id = file.case_id) as gone
                from case_file file where number = :number
                """)
                .param("number", number.written())
                .query((row, index) -> caseFile(row))
                .optional();
    }

    public Optional<String> numberOf(String caseId) {
        return sql.sql("select number from case_file where case_id = :id")
                .param("id", Columns.storable(caseId))
                .query(String.class)
                .optional();
    }

    public Map<Severity, Long> countBySeverity() {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
        sql.sql("select severity, count(*) from case_file group by severity").query(row -> {
            counts.put(Severity.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    private Optional<Held> held(String caseId) {
        return sql.sql("select version, record from case_file where case_id = :id for update")
                .param("id", Columns.storable(caseId))
                .query((row, index) -> new Held(row.getLong(1), row.getString(2)))
                .optional();
    }

    private CaseNumber insert(Case offered, String record, Instant now) {
        CaseNumber number = nextNumber(offered);
        sql.sql("""
                insert into case_file (case_id, number, version, severity, title_id, title_en, node,
                    agent_id, agent_name, rules, techniques, opened_at, first_seen, last_seen, alert_count, search_text, record,
                    first_received, last_received)
                values (:id, :number, :version, :severity, :titleId, :titleEn, :node,
                    :agentId, :agentName, :rules, :techniques, :openedAt, :firstSeen, :lastSeen, :alertCount,
                    :searchText || chr(10) || lower(:number), :record, :now, :now)
                """)
                .params(Columns.of(offered, record, now))
                .param("number", number.written())
                .update();
        Instant due = Limit.of(StageName.CANDIDATE, standsBy(offered))
                .map(limit -> limit.due(now, calendar))
                .orElse(now);
        sql.sql("insert into case_course (case_id, stage, entered_at, due_at) values (:id, :stage, :now, :due)")
                .param("id", Columns.storable(offered.id()))
                .param("stage", StageName.CANDIDATE.name())
                .param("now", Columns.utc(now))
                .param("due", Columns.utc(due))
                .update();
        return number;
    }

    private boolean standsBy(Case offered) {
        return standby && offered.severity() == Severity.CRITICAL;
    }

    private void replace(Case offered, String record, Instant now) {
        sql.sql("""
                update case_file set version = :version, severity = :severity, title_id = :titleId, title_en = :titleEn, node = :node, agent_id = :agentId,
                    agent_name = :agentName, rules = :rules, techniques = :techniques, opened_at = :openedAt, first_seen = :firstSeen,
                    last_seen = :lastSeen, alert_count = :alertCount, search_text = :searchText || chr(10) || lower(number), record = :record,
                    last_received = :now
                where case_id = :id
                """).params(Columns.of(offered, record, now)).update();
    }

    private CaseNumber nextNumber(Case offered) {
        int year = offered.openedAt().atZone(zone).getYear();
        long given = sql.sql("""
                insert into case_number (year, last_given) values (:year, 1)
                on conflict (year) do update set last_given = case_number.last_given + 1
                returning last_given
                """).param("year", year).query(Long.class).single();
        return new CaseNumber(year, given);
    }

    private static CaseFile caseFile(ResultSet row) throws SQLException {
        String written = row.getString("number");
        CaseNumber number = CaseNumber.parse(written)
                .orElseThrow(() -> new IllegalStateException("expected a case number, got " + written));
        return new CaseFile(
                number,
                Splitting.without(CaseJson.read(row.getString("record")), Set.of((String[])
                        row.getArray("gone").getArray())),
                row.getObject("first_received", OffsetDateTime.class).toInstant(),
                row.getObject("last_received", OffsetDateTime.class).toInstant());
    }
}
