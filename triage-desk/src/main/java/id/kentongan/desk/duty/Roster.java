package id.kentongan.desk.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The duty roster, in PostgreSQL. */
@Repository
public class Roster {
    private final JdbcClient sql;

    Roster(JdbcClient sql) {
        this.sql = sql;
    }

    /** Names of those on duty; empty where nobody is. */
    public List<String> onDuty(Instant now) {
        return sql.sql("select distinct person from duty_shift where from_at <= :now and until_at > :now order by 1")
                .param("now", utc(now))
                .query(String.class)
                .list();
    }

    List<Shift> endingAfter(Instant time) {
        return sql.sql("select * from duty_shift where until_at > :time order by from_at, id limit 200")
                .param("time", utc(time))
                .query((row, index) -> shift(row))
                .list();
    }

    void add(String person, Instant from, Instant until) {
        sql.sql("insert into duty_shift (person, from_at, until_at) values (:person, :from, :until)")
                .param("person", person)
                .param("from", utc(from))
                .param("until", utc(until))
                .update();
    }

    boolean remove(long id) {
        return sql.sql("delete from duty_shift where id = :id").param("id", id).update() == 1;
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                row.getLong("id"),
                row.getString("person"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
