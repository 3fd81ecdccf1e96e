package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.trial.Dashboard;
import id.kentongan.desk.trial.Dashboard.Target;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PanelsIT {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "Cases opened in this range", List.of("cases"),
            "Cases per hour by severity", List.of("time", "metric", "value"),
            "Newest cases",
                    List.of("opened_at", "number", "severity", "title", "agent", "alert_count", "last_seen", "version"),
            "Cases by stage", List.of("stage", "severity", "cases", "overdue", "next_due"),
            "Working time per step", List.of("stage", "steps", "median_minutes"),
            "Inbox", List.of("topic", "partition", "behind", "refused", "checked_at", "last_received"));

    private static TrialHouse house;
    private static TrialDesk desk;

    @BeforeAll
    static void aDeskWithTwoCases() throws IOException, SQLException {
        house = TrialHouse.open();
        desk = TrialDesk.start(house.newDesk("panels_it"));
        for (Severity severity : List.of(Severity.HIGH, Severity.LOW)) {
            house.broker.send(
                    "panels_it.cases",
                    severity.name(),
                    Samples.json(Samples.plain(severity.name(), 1, severity, "Kasus " + severity)));
        }
        desk.logIn();
        Deadline.within(Duration.ofSeconds(20))
                .until(
                        "two cases",
                        () -> desk.page("/candidates").select("tbody tr").size() == 2);
        try (Connection connection = house.postgres.as("desk", "panels_it")) {
            TrialHouse.run(connection, """
                    insert into case_move (case_id, move, from_stage, to_stage, actor, role, at, note, channel,
                        work_seconds, waived)
                    select case_id, 'TAKE', 'CANDIDATE', 'ANALYSIS', 'ani', 'ANALYST', '%s', '', '', 600, false
                    from case_file""".formatted(Samples.START));
        }
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static List<Target> queries() throws IOException {
        return Dashboard.read().targets().stream().filter(Target::isSql).toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryOfTheDashboardGivesItsColumnsToThePanelReader(Target query) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection reader = house.postgres.as("panel_reader", "panels_it");
                var statement = reader.createStatement();
                var rows = statement.executeQuery(query.sqlAround(Samples.START))) {
            ResultSetMetaData shape = rows.getMetaData();
            for (int column = 1; column <= shape.getColumnCount(); column++) {
                columns.add(shape.getColumnLabel(column));
            }
            assertThat(rows.next()).as("rows").isTrue();
        }
        assertThat(columns).isEqualTo(COLUMNS.get(query.panelInEnglish()));
    }

    @Test
    void thePanelReaderReadsEveryPanelViewAndNoTable() throws SQLException {
        try (Connection reader = house.postgres.as("panel_reader", "panels_it")) {
            List<String> views = names(
                    reader, "select viewname from pg_views where schemaname = 'public' and viewname like 'panel\\_%'");
            List<String> tables = names(
                    reader,
                    "select tablename from pg_tables where schemaname = 'public' union all select viewname from pg_views"
                            + " where schemaname = 'public' and viewname not like 'panel\\_%'");

            assertThat(views)
                    .contains("panel_cases", "panel_cases_per_hour", "panel_inbox", "panel_stages", "panel_steps");
            for (String view : views) {
                names(reader, "select '' from " + view);
            }
            assertThat(tables).contains("case_file", "person", "inbox_refused");
            assertThat(tables)
                    .allSatisfy(table -> assertThatThrownBy(() -> names(reader, "select '' from " + table))
                            .hasMessageContaining("permission denied"));
            assertThatThrownBy(() -> TrialHouse.run(reader, "create table t (x int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyMetricOfTheDeskThatTheDashboardAsksForIsThere() throws IOException {
        String metrics = desk.actuator("/prometheus").body();

        assertThat(Dashboard.agreedMetrics().keySet().stream().filter(name -> name.startsWith("kentongan_desk_")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(metrics).containsPattern("(?m)^" + name + "[ {]"));
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
