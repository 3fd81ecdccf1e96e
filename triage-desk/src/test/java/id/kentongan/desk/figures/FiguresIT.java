package id.kentongan.desk.figures;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.deadline.CalendarFile;
import id.kentongan.desk.deadline.CalendarRefused;
import id.kentongan.desk.figures.Load.Holder;
import id.kentongan.desk.figures.Measures.Measure;
import id.kentongan.desk.telling.RunningClocks;
import id.kentongan.desk.trial.TrialHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whether the figures count what they say, at the edges of days and months too. */
class FiguresIT {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    /** A Tuesday, at noon of WIB. */
    private static final Instant NOW = Instant.parse("2026-11-03T05:00:00Z");

    private static JdbcClient sql;

    @BeforeAll
    static void open() throws IOException, SQLException {
        TrialHouse house = TrialHouse.open();
        DriverManagerDataSource database = new DriverManagerDataSource(
                house.postgres.freshDatabase("figures_it"),
                "desk",
                Files.readString(house.postgres.passwordFile()).strip());
        Flyway.configure().dataSource(database).load().migrate();
        sql = JdbcClient.create(database);
        sql.sql("insert into person (name, password_hash, created_at, roles) values ('ani', 'x', now(), '{ANALYST}')")
                .update();
    }

    @BeforeEach
    void empty() {
        sql.sql("truncate case_file cascade").update();
    }

    @Test
    void eachOpenCaseCountsForWhoeverMustActOnIt() {
        open("c-late", "ANALYSIS", "ani", "2026-11-03T04:59:00Z");
        open("c-today", "PROVING", "ani", "2026-11-03T16:59:00Z");
        open("c-tomorrow", "PROVING", "ani", "2026-11-03T17:00:00Z");
        open("c-stands", "PROVING", "ani", "2026-11-03T04:00:00Z");
        sql.sql("""
                insert into case_waiting (case_id, stage, reason, asked, begun_by, from_at)
                values ('c-stands', 'PROVING', 'ACCESS', 'x', 'ani', '2026-11-03T03:00:00Z')""").update();
        open("c-new", "CANDIDATE", null, "2026-11-03T04:00:00Z");
        open("c-sent", "SENT", "ani", "2026-11-03T04:00:00Z");
        open("c-work", "WORK_REPORT", "ani", "2026-11-05T04:00:00Z");
        sql.sql("update case_course set author = 'ani' where case_id = 'c-work'")
                .update();
        open("c-verified", "VERIFIED", "ani", "2026-11-05T04:00:00Z");
        open("c-closed", "NO_ANOMALY", "ani", "2026-11-01T04:00:00Z");
        sql.sql("update case_course set closed_at = now() where case_id = 'c-closed'")
                .update();

        assertThat(new Loads(sql).at(NOW, WIB))
                .containsExactlyInAnyOrder(
                        new Load(Holder.ANALYST, "ani", 4, 1, 1),
                        new Load(Holder.NOBODY, "", 1, 1, 0),
                        new Load(Holder.COORDINATOR, "", 2, 1, 0),
                        new Load(Holder.HEAD, "", 1, 0, 0));
    }

    @Test
    void aMonthBeginsAndEndsAtMidnightOfTheDesk() {
        open("c-october", "CANDIDATE", null, null, "2026-10-31T16:59:59Z");
        open("c-first", "INCIDENT_REPORT", "ani", null, "2026-10-31T17:00:00Z");
        open("c-last", "CANDIDATE", null, null, "2026-11-30T16:59:59Z");
        open("c-december", "CANDIDATE", null, null, "2026-11-30T17:00:00Z");
        open("c-merged", "MERGED", null, null, "2026-11-05T00:00:00Z");
        open("c-nothing", "NO_ANOMALY", null, null, "2026-10-01T00:00:00Z");
        sql.sql("update case_course set closed_at = '2026-11-02T00:00:00Z' where case_id in ('c-nothing', 'c-merged')")
                .update();
        verdict("c-october", "FALSE_NEGATIVE", "2026-11-02T00:00:00Z");
        verdict("c-first", "FALSE_POSITIVE", "2026-11-30T16:59:59Z");
        verdict("c-last", "FALSE_POSITIVE", "2026-11-30T17:00:00Z");
        move("c-first", "ISSUE_LETTER", "RATIFIED", "LETTER_OUT", "2026-11-03T00:00:00Z", null, 60, 0);
        sql.sql("""
                insert into letter (case_id, number, nature, enclosures, addressee, place, asked, copies, replied_on)
                values ('c-first', '', '', '', '', '', '', '', '2026-11-30'),
                    ('c-last', '', '', '', '', '', '', '', '2026-12-01')""").update();

        Month november = new Months(sql).of(YearMonth.of(2026, 11), WIB);

        assertThat(november.opened()).isEqualTo(2);
        assertThat(november.incidents()).isEqualTo(1);
        assertThat(november.falseAlarms()).isEqualTo(1);
        assertThat(november.noAnomaly()).isEqualTo(1);
        assertThat(november.letters()).isEqualTo(1);
        assertThat(november.answers()).isEqualTo(1);
        assertThat(november.inTimePercent()).as("no step had a limit").isEqualTo(-1);
    }

    @Test
    void aStagesPaceIsItsMedianAndWhatKeptTheLimit() {
        open("c", "PROVING", "ani", null);
        move("c", "TAKE", "CANDIDATE", "ANALYSIS", "2026-11-02T03:00:00Z", "2026-11-02T03:00:00Z", 600, 0);
        move("c", "TAKE", "CANDIDATE", "ANALYSIS", "2026-11-02T04:00:00Z", "2026-11-02T03:00:00Z", 1200, 60);
        move("c", "TAKE", "CANDIDATE", "ANALYSIS", "2026-11-02T05:00:00Z", "2026-11-02T03:00:00Z", 9000, 120);
        move("c", "TAKE", "CANDIDATE", "ANALYSIS", "2026-10-02T05:00:00Z", "2026-10-03T03:00:00Z", 1, 1);
        move("c", "TAKE_OVER", "ANALYSIS", "ANALYSIS", "2026-11-02T05:00:00Z", "2026-11-03T03:00:00Z", 5, 5);

        Month november = new Months(sql).of(YearMonth.of(2026, 11), WIB);

        assertThat(november.paces())
                .containsOnlyKeys(StageName.CANDIDATE)
                .containsEntry(StageName.CANDIDATE, new Pace(3, Duration.ofMinutes(20), Duration.ofMinutes(1), 3, 1));
        assertThat(november.inTimePercent()).isEqualTo(33);
    }

    @Test
    void whatPrometheusIsToldOfIsCountedOrZero() throws IOException, CalendarRefused {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        open("c-late", "ANALYSIS", "ani", "2026-11-03T04:59:00Z");
        open("c-incident", "PROVING", "ani", "2026-11-04T04:59:00Z");
        open("c-alarm", "LETTER_OUT", "ani", null);
        sql.sql("update case_course set discovered_at = '2026-11-01T05:00:00Z'").update();
        sql.sql("truncate asset_card").update();
        sql.sql(
                        "insert into asset_card values ('n', '1', '', '', '', '', '', '', '', '', 'ORDINARY', true, true, '', now())")
                .update();
        sql.sql("insert into legal_report values ('c-alarm', 'IIV_REPORT', now(), '', '', 'ani', now())")
                .update();
        verdict("c-incident", "FALSE_NEGATIVE", "2026-11-02T00:00:00Z");
        verdict("c-alarm", "FALSE_POSITIVE", "2026-11-02T00:00:00Z");
        verdict("c-late", "FALSE_POSITIVE", "2026-09-02T00:00:00Z");
        move("c-late", "TAKE", "CANDIDATE", "ANALYSIS", "2026-11-02T03:00:00Z", null, 600, 60);
        sql.sql("""
                insert into letter (case_id, number, nature, enclosures, addressee, place, asked, copies, signed_at)
                values ('c-alarm', '', '', '', '', '', '', '', '2026-11-01T00:00:00Z')""").update();
        String calendar = Files.readString(Path.of("src/main/resources/calendar/working-calendar.txt"));

        Map<Measure, Double> taken = new Measures(
                        sql, new Months(sql), new RunningClocks(sql), CalendarFile.read(calendar, WIB), clock)
                .take();

        assertThat(taken)
                .containsEntry(new Measure(Figure.OPEN, StageName.ANALYSIS), 1.0)
                .containsEntry(new Measure(Figure.OVERDUE, StageName.ANALYSIS), 1.0)
                .containsEntry(new Measure(Figure.OVERDUE, StageName.PROVING), 0.0)
                .containsEntry(new Measure(Figure.OPEN, StageName.SENT), 0.0)
                .containsEntry(new Measure(Figure.VERDICTS, "false_positive", ""), 1.0)
                .containsEntry(new Measure(Figure.RATINGS, "detected", ""), 1.0)
                .containsEntry(new Measure(Figure.RATINGS, "missed", ""), 0.0)
                .containsEntry(new Measure(Figure.LEGAL, "iiv_report", "overdue"), 2.0)
                .containsEntry(new Measure(Figure.LEGAL, "personal_data_notice", "running"), 3.0)
                .containsEntry(new Measure(Figure.LETTERS, "unanswered", ""), 1.0)
                .containsEntry(new Measure(Figure.WORK, StageName.CANDIDATE), 600.0)
                .containsEntry(new Measure(Figure.WAIT, StageName.CANDIDATE), 60.0)
                .containsEntry(new Measure(Figure.LIMIT, StageName.ANALYSIS), 27_000.0)
                .doesNotContainKey(new Measure(Figure.WORK, StageName.SENT))
                .allSatisfy((measure, value) -> assertThat(Measures.ALL).contains(measure));
    }

    private static void open(String id, String stage, @Nullable String owner, @Nullable String due) {
        open(id, stage, owner, due, "2026-11-01T00:00:00Z");
    }

    private static void open(String id, String stage, @Nullable String owner, @Nullable String due, String opened) {
        sql.sql("""
                insert into case_file (case_id, number, version, severity, title_id, title_en, node, agent_id, rules,
                    techniques, opened_at, first_seen, last_seen, alert_count, search_text, record, first_received,
                    last_received)
                values (:id, :id, 1, 'LOW', 'x', 'x', 'n', '1', '{}', '{}', :at, :at, :at, 1, 'x', '{}', :at, :at)
                """).param("id", id).param("at", OffsetDateTime.parse(opened)).update();
        sql.sql("""
                insert into case_course (case_id, stage, owner, entered_at, due_at)
                values (:id, :stage, :owner, now(), :due)
                """)
                .param("id", id)
                .param("stage", stage)
                .param("owner", owner)
                .param("due", due == null ? null : OffsetDateTime.parse(due))
                .update();
    }

    private static void verdict(String id, String word, String at) {
        sql.sql("insert into verdict values (:id, :word, '', 'NONE', 'DETECTED', 'ani', :at)")
                .param("id", id)
                .param("word", word)
                .param("at", OffsetDateTime.parse(at))
                .update();
    }

    private static void move(
            String id, String move, String from, String to, String at, @Nullable String due, long work, long waited) {
        sql.sql("""
                insert into case_move (case_id, move, from_stage, to_stage, actor, role, at, note, channel, due_at,
                    work_seconds, wait_seconds, waived)
                values (:id, :move, :from, :to, 'ani', 'ANALYST', :at, '', '', :due, :work, :waited, false)
                """)
                .param("id", id)
                .param("move", move)
                .param("from", from)
                .param("to", to)
                .param("at", OffsetDateTime.parse(at))
                .param("due", due == null ? null : OffsetDateTime.parse(due))
                .param("work", work)
                .param("waited", waited)
                .update();
    }
}
