package id.kentongan.desk.analysis;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.StageName;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Closed cases that are like one: three points for each rule in common, two for the same machine, one for each technique
 * in common. Looked for among the newest of that machine and of those rules.
 */
@Repository
class SimilarCases {
    private static final int MOST = 5;
    private static final int LOOKED_AT = 200;

    /**
     * A case of the past.
     *
     * @param verdict null where it was closed without one
     */
    record Past(
            String number,
            String titleId,
            String titleEn,
            Severity severity,
            StageName stage,
            Instant closed,
            @Nullable String verdict,
            @Nullable String reason,
            boolean sameMachine,
            int rules,
            int techniques) {}

    private final JdbcClient sql;

    SimilarCases(JdbcClient sql) {
        this.sql = sql;
    }

    List<Past> to(Case content) {
        return sql.sql("""
                with looked_at as (
                    (select case_id from case_file where node = :node and agent_id = :agent
                        order by last_seen desc limit :rows)
                    union
                    (select case_id from case_file where rules && cast(:rules as text[])
                        order by last_seen desc limit :rows)),
                scored as (
                    select case_id, file.number, file.title_id, file.title_en, file.severity, course.stage,
                        course.closed_at,
                        file.node = :node and file.agent_id = :agent as same_machine,
                        (select count(*) from unnest(file.rules) one where one = any(cast(:rules as text[]))) as in_rules,
                        (select count(*) from unnest(file.techniques) one
                            where one = any(cast(:techniques as text[]))) as in_techniques
                    from looked_at join case_file file using (case_id) join case_course course using (case_id)
                    where course.closed_at is not null and course.stage <> 'MERGED' and case_id <> :id)
                select scored.*, verdict.verdict, verdict.reason
                from scored left join verdict using (case_id)
                order by 3 * in_rules + case when same_machine then 2 else 0 end + in_techniques desc, closed_at desc
                limit :most
                """)
                .param("id", content.id())
                .param("node", storable(content.asset().node()))
                .param("agent", storable(content.asset().agentId()))
                .param("rules", storable(content.findings().stream().map(Finding::ruleId)))
                .param("techniques", storable(content.techniques().stream()))
                .param("rows", LOOKED_AT)
                .param("most", MOST)
                .query((row, index) -> new Past(
                        row.getString("number"),
                        row.getString("title_id"),
                        row.getString("title_en"),
                        Severity.valueOf(row.getString("severity")),
                        StageName.valueOf(row.getString("stage")),
                        row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                        row.getString("verdict"),
                        row.getString("reason"),
                        row.getBoolean("same_machine"),
                        row.getInt("in_rules"),
                        row.getInt("in_techniques")))
                .list();
    }

    private static String[] storable(Stream<String> texts) {
        return texts.map(SimilarCases::storable).distinct().toArray(String[]::new);
    }

    /** PostgreSQL's text has no NUL character. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
