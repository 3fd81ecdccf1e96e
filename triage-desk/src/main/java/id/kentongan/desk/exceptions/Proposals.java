package id.kentongan.desk.exceptions;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.FindingException;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.exceptions.Proposed.State;
import id.kentongan.desk.shelf.CaseJson;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals, and the cases that they are tried on, in PostgreSQL. */
@Repository
class Proposals {
    private final JdbcClient sql;

    Proposals(JdbcClient sql) {
        this.sql = sql;
    }

    String add(Case content, Scope scope, String reason, int days, String by, Instant now) {
        String id = "x-" + now.atOffset(ZoneOffset.UTC).getYear() + "-"
                + String.format(
                        "%04d",
                        sql.sql("select nextval('finding_exception_number')")
                                .query(Long.class)
                                .single());
        sql.sql("""
                insert into finding_exception (id, case_id, rules, agent, source_ips, users, reason, days, state,
                    proposed_by, proposed_at)
                values (:id, :case, :rules, :agent, :ips, :users, :reason, :days, 'PROPOSED', :by, :now)
                """)
                .param("id", id)
                .param("case", content.id())
                .param("rules", scope.rules().toArray(String[]::new))
                .param("agent", scope.agent())
                .param("ips", scope.sourceIps().toArray(String[]::new))
                .param("users", scope.users().toArray(String[]::new))
                .param("reason", reason)
                .param("days", days)
                .param("by", by)
                .param("now", utc(now))
                .update();
        return id;
    }

    List<Proposed> all() {
        return sql.sql("""
                select proposed.*, file.number from finding_exception proposed join case_file file using (case_id)
                order by state = 'PROPOSED' desc, state = 'IN_FORCE' desc, id desc limit 200
                """).query((row, index) -> proposed(row)).list();
    }

    /** Every exception that was in force at {@code since} or later, up to its end; for findings that the job says are covered. */
    List<FindingException> decided(Instant since, Duration slowness) {
        return sql.sql("""
                select proposed.*, file.number from finding_exception proposed join case_file file using (case_id)
                where from_at is not null and until_at >= :since
                """)
                .param("since", utc(since))
                .query((row, index) -> inForce(row, slowness))
                .list();
    }

    private static FindingException inForce(ResultSet row, Duration slowness) throws SQLException {
        Proposed one = proposed(row);
        Instant from = Objects.requireNonNull(one.from());
        Instant until = Objects.requireNonNull(one.until());
        Instant ended = Objects.requireNonNull(time(row, "decided_at")).plus(slowness);
        boolean early = one.state() == State.ENDED && ended.isBefore(until);
        return one.scope().during(one.id(), "-", "-", from, early ? ended : until);
    }

    Optional<Proposed> lock(String id) {
        return sql.sql("""
                select proposed.*, file.number from finding_exception proposed join case_file file using (case_id)
                where id = :id for update of proposed
                """).param("id", id).query((row, index) -> proposed(row)).optional();
    }

    void decide(String id, State state, String by, Instant now, @Nullable Instant until) {
        sql.sql("""
                update finding_exception set state = :state, decided_by = :by, decided_at = :now,
                    from_at = coalesce(from_at, :now), until_at = coalesce(:until, until_at)
                where id = :id
                """)
                .param("state", state.name())
                .param("by", by)
                .param("now", utc(now))
                .param("until", until == null ? null : utc(until))
                .param("id", id)
                .update();
    }

    /** Cases that the scope could touch: those of the last days, and every one that was proved, however old. */
    List<Replay.Past> past(Scope scope, Instant since) {
        return sql.sql("""
                select file.number, file.record, course.stage from case_file file join case_course course using (case_id)
                where file.rules && cast(:rules as text[]) and file.node || '/' || file.agent_id = :agent
                    and (file.last_seen >= :since or course.stage = any(cast(:proved as text[])))
                """)
                .param("rules", scope.rules().toArray(String[]::new))
                .param("agent", scope.agent())
                .param("since", utc(since))
                .param("proved", proved())
                .query((row, index) -> new Replay.Past(
                        row.getString(1),
                        StageName.valueOf(row.getString(3)).standing(),
                        CaseJson.read(row.getString(2).getBytes(StandardCharsets.UTF_8))))
                .list();
    }

    private static String[] proved() {
        return java.util.Arrays.stream(StageName.values())
                .filter(stage -> stage.standing() == id.kentongan.contracts.CaseStanding.FALSE_NEGATIVE)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    private static Proposed proposed(ResultSet row) throws SQLException {
        return new Proposed(
                row.getString("id"),
                row.getString("number"),
                new Scope(
                        list(row.getArray("rules")),
                        row.getString("agent"),
                        list(row.getArray("source_ips")),
                        list(row.getArray("users"))),
                row.getString("reason"),
                row.getInt("days"),
                State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getString("decided_by"),
                time(row, "from_at"),
                time(row, "until_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> list(Array column) throws SQLException {
        return List.of((String[]) column.getArray());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
