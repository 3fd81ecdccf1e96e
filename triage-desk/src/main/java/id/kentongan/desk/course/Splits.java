package id.kentongan.desk.course;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.CaseStanding;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Topic;
import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.Splitting;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.journal.Journal;
import id.kentongan.desk.outbox.Outbox;
import id.kentongan.desk.shelf.CaseShelf;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Splits a case in two, while no report on it was written. Later versions of the job do not bring back what went. */
@Service
public class Splits {
    private static final Set<StageName> WHILE =
            Set.of(StageName.CANDIDATE, StageName.ANALYSIS, StageName.REANALYSIS, StageName.PROVING);

    /** Where the findings of a case went or came from. */
    public record Kin(String number, int findings) {}

    private final CaseShelf shelf;
    private final Standings standings;
    private final Outbox outbox;
    private final Journal journal;
    private final JdbcClient sql;
    private final Clock clock;

    Splits(CaseShelf shelf, Standings standings, Outbox outbox, Journal journal, JdbcClient sql, Clock clock) {
        this.shelf = shelf;
        this.standings = standings;
        this.outbox = outbox;
        this.journal = journal;
        this.sql = sql;
        this.clock = clock;
    }

    /** Number of the new case, a candidate; empty when the case cannot be split so. At least one finding stays. */
    @Transactional
    public Optional<CaseNumber> split(CaseNumber number, Set<String> findings, Actor actor) {
        Standing standing = standings.lock(number).orElse(null);
        CaseFile file = shelf.find(number).orElse(null);
        if (standing == null || file == null || !WHILE.contains(standing.stageName()) || !actor.is(Role.ANALYST)) {
            return Optional.empty();
        }
        List<Finding> going = file.content().findings().stream()
                .filter(finding -> findings.contains(finding.id()))
                .toList();
        boolean some =
                !going.isEmpty() && going.size() < file.content().findings().size();
        return some ? Optional.of(split(standing, file.content(), going, actor)) : Optional.empty();
    }

    private CaseNumber split(Standing standing, Case whole, List<Finding> going, Actor actor) {
        Instant now = clock.instant();
        Case part = Splitting.off(whole, going, "s-" + UUID.randomUUID());
        CaseNumber number = shelf.open(part, standing.source(), standing.sourceTlp(), now);
        going.forEach(finding -> sql.sql(
                        "insert into case_split (case_id, finding_id, into_case) values (:whole, :finding, :part)")
                .param("whole", whole.id())
                .param("finding", finding.id().replace('\0', '\uFFFD'))
                .param("part", part.id())
                .update());
        sql.sql("update case_course set split_from = :whole where case_id = :part")
                .param("whole", whole.id())
                .param("part", part.id())
                .update();
        outbox.record(
                Topic.DECISIONS,
                part.id(),
                new id.kentongan.contracts.Decision(
                        part.id(), CaseStanding.OPEN, null, whole.id(), now, actor.name(), null));
        journal.write(
                actor.name(),
                Role.ANALYST.name(),
                "SPLIT",
                standing.number().written(),
                going.size() + " findings to " + number.written());
        return number;
    }

    /** Cases that findings of this one went to. */
    public List<Kin> parts(String caseId) {
        return sql.sql("""
                select file.number, count(*) from case_split split join case_file file on file.case_id = split.into_case
                where split.case_id = :id group by file.number order by file.number
                """)
                .param("id", caseId)
                .query((row, index) -> new Kin(row.getString(1), row.getInt(2)))
                .list();
    }

    /** Number of the case that this one was split from. */
    public Optional<String> origin(String caseId) {
        return sql.sql("""
                select file.number from case_course course join case_file file on file.case_id = course.split_from
                where course.case_id = :id
                """).param("id", caseId).query(String.class).optional();
    }
}
