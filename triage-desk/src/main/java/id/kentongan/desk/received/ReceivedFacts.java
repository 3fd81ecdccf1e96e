package id.kentongan.desk.received;

import id.kentongan.contracts.Case;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.shelf.CaseJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What others told of a case, in PostgreSQL. */
@Repository
public class ReceivedFacts {
    private final JdbcClient sql;

    ReceivedFacts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of the case, and of those that were merged into it. */
    public List<Received> of(String caseId) {
        return sql.sql("""
                select file.number, course.source, course.source_tlp, file.record
                from case_course course join case_file file using (case_id)
                where course.case_id in (select parts_of(:id)) and course.source_tlp is not null
                order by file.number
                """)
                .param("id", caseId)
                .query((row, index) -> {
                    Case content = CaseJson.read(row.getString("record").getBytes(StandardCharsets.UTF_8));
                    return new Received(
                            row.getString("number"),
                            row.getString("source"),
                            Tlp.valueOf(row.getString("source_tlp")),
                            content.title().id(),
                            content.summary().id());
                })
                .list();
    }
}
