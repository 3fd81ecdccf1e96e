package id.kentongan.desk.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters, in PostgreSQL. */
@Repository
class Letters {
    private final JdbcClient sql;

    Letters(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Letter> of(String caseId) {
        return sql.sql("select * from letter where case_id = :id")
                .param("id", caseId)
                .query((row, index) -> letter(row))
                .optional();
    }

    void write(String caseId, Letter letter) {
        sql.sql("""
                insert into letter (case_id, number, dated, nature, enclosures, addressee, place, asked, asked_due,
                    copies)
                values (:id, :number, :dated, :nature, :enclosures, :addressee, :place, :asked, :askedDue, :copies)
                on conflict (case_id) do update set number = excluded.number, dated = excluded.dated,
                    nature = excluded.nature, enclosures = excluded.enclosures, addressee = excluded.addressee,
                    place = excluded.place, asked = excluded.asked, asked_due = excluded.asked_due,
                    copies = excluded.copies
                """)
                .param("id", caseId)
                .param("number", letter.number())
                .param("dated", letter.dated())
                .param("nature", letter.nature())
                .param("enclosures", letter.enclosures())
                .param("addressee", letter.addressee())
                .param("place", letter.place())
                .param("asked", letter.asked())
                .param("askedDue", letter.askedDue())
                .param("copies", letter.copies())
                .update();
    }

    void sign(String caseId, String name, String sha256, byte[] content, String by, Instant now) {
        sql.sql("""
                update letter set signed_name = :name, signed_sha256 = :sha256, signed_file = :content,
                    signed_by = :by, signed_at = :now
                where case_id = :id
                """)
                .param("name", name)
                .param("sha256", sha256)
                .param("content", content)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", caseId)
                .update();
    }

    void answered(String caseId, Letter letter) {
        sql.sql("""
                update letter set channel = :channel, received_by = :by, received_on = :on, replied_on = :replied,
                    reply = :reply
                where case_id = :id
                """)
                .param("channel", letter.channel())
                .param("by", letter.receivedBy())
                .param("on", letter.receivedOn())
                .param("replied", letter.repliedOn())
                .param("reply", letter.reply())
                .param("id", caseId)
                .update();
    }

    Optional<byte[]> signedFile(String caseId) {
        return sql.sql("select signed_file from letter where case_id = :id and signed_file is not null")
                .param("id", caseId)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        OffsetDateTime signedAt = row.getObject("signed_at", OffsetDateTime.class);
        return new Letter(
                row.getString("number"),
                row.getObject("dated", LocalDate.class),
                row.getString("nature"),
                row.getString("enclosures"),
                row.getString("addressee"),
                row.getString("place"),
                row.getString("asked"),
                row.getObject("asked_due", LocalDate.class),
                row.getString("copies"),
                row.getString("signed_name"),
                row.getString("signed_sha256"),
                signedAt == null ? null : signedAt.toInstant(),
                row.getString("channel"),
                row.getString("received_by"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("replied_on", LocalDate.class),
                row.getString("reply"));
    }
}
