package id.kentongan.desk.findings;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whether findings are counted right however they come, and stay counted when they are forgotten. */
class FindingShelfIT {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final Instant NOW = Samples.START;
    private static final String EXCEPTION = "x-2026-0001";

    private static JdbcClient sql;
    private static Effects effects;

    @BeforeAll
    static void open() throws IOException, SQLException {
        TrialHouse house = TrialHouse.open();
        DriverManagerDataSource database = new DriverManagerDataSource(
                house.postgres.freshDatabase("findings_it"),
                "desk",
                Files.readString(house.postgres.passwordFile()).strip());
        Flyway.configure().dataSource(database).load().migrate();
        sql = JdbcClient.create(database);
        effects = new Effects(sql, WIB, Clock.fixed(NOW, ZoneOffset.UTC));
        sql.sql("alter table finding_exception drop constraint finding_exception_case_id_fkey")
                .update();
        sql.sql("""
                insert into finding_exception (id, case_id, rules, agent, source_ips, users, reason, days, state,
                    proposed_by, proposed_at)
                values (:id, 'c', '{}', 'a', '{}', '{}', 'r', 30, 'IN_FORCE', 'ani', now())
                """).param("id", EXCEPTION).update();
    }

    @BeforeEach
    void empty() {
        sql.sql("truncate finding, exception_day").update();
        sql.sql("update finding_trim set before = '-infinity'").update();
    }

    @Test
    void eachFindingCountsOnceAndItsNewestVersionHolds() {
        FindingShelf shelf = new FindingShelf(sql, WIB, 100);
        List<HeldFinding> told = List.of(
                covered("f-1", 1, 1),
                covered("f-1", 2, 1),
                covered("f-2", 1, 50),
                covered("f-raised-later", 1, 1),
                plain("f-raised-later", 2, 1),
                covered("f-withdrawn", 3, 1),
                withdrawn("f-withdrawn", 1, 1),
                covered("f-withdrawn", 4, 1));

        shelf.take(told);
        Effect atOnce = effect();
        told.forEach(one -> shelf.take(List.of(one)));

        assertThat(atOnce).isEqualTo(effect());
        assertThat(atOnce.findings()).isEqualTo(2);
        assertThat(atOnce.days()).isEqualTo(2);
        assertThat(atOnce.last()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        assertThat(atOnce.newest()).extracting(Effect.Covered::finding).containsExactly("f-1", "f-2");
    }

    @Test
    void whatIsForgottenStaysCountedAndIsNotTakenAgain() {
        FindingShelf shelf = new FindingShelf(sql, WIB, 3);
        List<HeldFinding> told = IntStream.range(0, 10)
                .mapToObj(i -> covered("f-" + i, 1, 10 * i))
                .toList();
        shelf.take(told);
        Effect before = effect();

        shelf.trim(NOW);
        shelf.take(told);
        shelf.trim(NOW);
        Effect after = effect();

        assertThat(sql.sql("select count(*) from finding").query(Long.class).single())
                .isEqualTo(3);
        assertThat(before.findings()).isEqualTo(10);
        assertThat(List.of(after.findings(), after.days(), after.lastWeek(), after.last()))
                .isEqualTo(List.of(before.findings(), before.days(), before.lastWeek(), before.last()));
    }

    @Test
    void whatIsOlderThanNinetyDaysIsNotHeld() {
        FindingShelf shelf = new FindingShelf(sql, WIB, 100);
        shelf.take(List.of(covered("f-old", 1, 24 * 91), covered("f-new", 1, 24 * 89)));

        shelf.trim(NOW);

        assertThat(sql.sql("select finding_id from finding").query(String.class).list())
                .containsExactly("f-new");
        assertThat(effect().findings()).isEqualTo(2);
    }

    private static Effect effect() {
        return effects.of(List.of(EXCEPTION, "x-2026-0002")).getOrDefault(EXCEPTION, Effect.NONE);
    }

    private static HeldFinding covered(String id, long matches, int hoursAgo) {
        return new HeldFinding(finding(id, matches, hoursAgo, FindingMark.EXCEPTED), List.of(EXCEPTION));
    }

    private static HeldFinding plain(String id, long matches, int hoursAgo) {
        return new HeldFinding(finding(id, matches, hoursAgo), List.of());
    }

    private static HeldFinding withdrawn(String id, long matches, int hoursAgo) {
        return new HeldFinding(finding(id, matches, hoursAgo, FindingMark.WITHDRAWN, FindingMark.EXCEPTED), List.of());
    }

    private static Finding finding(String id, long matches, int hoursAgo, FindingMark... marks) {
        Finding sample = Samples.finding(id, "Tebak sandi", Severity.LOW);
        Instant last = NOW.minus(Duration.ofHours(hoursAgo));
        return new Finding(
                id,
                "brute-force",
                "",
                sample.title(),
                Severity.LOW,
                EntityKind.AGENT,
                "wazuh-1/004\0",
                sample.asset(),
                last,
                last,
                matches,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(marks));
    }
}
