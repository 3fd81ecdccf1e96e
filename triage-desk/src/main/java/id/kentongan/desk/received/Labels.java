package id.kentongan.desk.received;

import id.kentongan.desk.casefile.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one label that a case lies under: the strictest of its report's and of what others told, of it or of a part. */
@Repository
public class Labels {
    private final JdbcClient sql;

    Labels(JdbcClient sql) {
        this.sql = sql;
    }

    /** AMBER before its report is written, unless others told of it under a stricter one. */
    public Tlp of(String caseId) {
        return Tlp.strictest(sql.sql("select labels_of(:id)")
                .param("id", caseId)
                .query((row, index) -> Tlp.valueOf(row.getString(1)))
                .list());
    }
}
