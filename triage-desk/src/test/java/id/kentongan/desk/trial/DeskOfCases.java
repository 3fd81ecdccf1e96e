package id.kentongan.desk.trial;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A desk with its topics and its database, and an analyst who takes cases there. */
public record DeskOfCases(TrialHouse house, TrialDesk desk, String name) implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);

    /**
     * Starts one on the house that all tests share.
     *
     * @param name of its database, and before the names of its topics
     * @param more settings than a team's
     */
    public static DeskOfCases open(String name, Map<String, Object> more) throws IOException, SQLException {
        TrialHouse house = TrialHouse.open();
        Map<String, Object> settings = TrialTeam.settings(house, name);
        settings.putAll(more);
        return new DeskOfCases(house, TrialDesk.start(settings), name);
    }

    @Override
    public void close() {
        desk.close();
    }

    /** A case on the list; gives its address. Logged in as analyst then. */
    public String sent(String id) {
        return sent(Samples.plain(id, 1, Severity.LOW, "Kasus " + id));
    }

    public String sent(Case content) {
        house.broker.send(name + ".cases", content.id(), Samples.json(content));
        desk.logIn(TrialTeam.ANALYST, TrialTeam.password(TrialTeam.ANALYST));
        String list = "/candidates?q=" + content.id();
        until(content.id(), () -> !desk.page(list).select("td.title a").isEmpty());
        return desk.page(list).selectFirst("td.title a").attr("href");
    }

    public String taken(String id) {
        return taken(Samples.plain(id, 1, Severity.LOW, "Kasus " + id));
    }

    /** One whose alert came from that address. */
    public String taken(String id, String address) {
        return taken(Samples.of(
                id,
                1,
                Severity.LOW,
                new Text("Kasus " + id, "Case " + id),
                List.of(Samples.finding(
                        "f-" + id,
                        "x",
                        Severity.LOW,
                        Samples.evidence("a-" + id, Samples.START, "failure", address, "root", "x"))),
                List.of()));
    }

    public String taken(Case content) {
        String at = sent(content);
        desk.submit(at, at + "/taking", Map.of());
        return at;
    }

    /** From taking to the verdict. */
    public void decide(String at, String verdict) {
        desk.submit(at, at + "/analysis", Map.of("decision", "yes"));
        desk.submit(at, at + "/assessment/results", Map.of("tool", "curl", "finding", "x"));
        desk.submit(at, at + "/assessment/verdict", Map.of("verdict", verdict, "reason", "alasan"));
    }

    /** What the next page of a case tells after a form of it was sent. */
    public String tell(String at, String action, Map<String, String> form) {
        HttpResponse<String> answer = desk.submit(at, at + action, form);
        if (answer.statusCode() != 302) {
            throw new AssertionError("expected 302 from " + at + action + ", got " + answer.statusCode());
        }
        return told(at);
    }

    public String told(String at) {
        return desk.page(at).select(".notice.good, .notice.bad").text();
    }

    /** The case came to its step, and stopped, four weeks earlier. */
    public void fourWeeksAgo(String id) throws SQLException {
        run("update case_course set entered_at = entered_at - interval '28 days', due_at = due_at - interval '28 days' "
                + "where case_id = '" + id + "'");
        run("update case_waiting set from_at = from_at - interval '28 days' where case_id = '" + id + "'");
    }

    public List<String> decisions() {
        return house.broker.records(name + ".decisions");
    }

    public String stage(String id) throws SQLException {
        return text("select stage from case_course where case_id = '" + id + "'");
    }

    /** The one answer; a question that has two is a fault of the test, whose answer would depend on their order. */
    public String text(String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", name);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            String text = rows.getString(1);
            if (rows.next()) {
                throw new IllegalStateException("expected one row, got more: " + sql);
            }
            return text;
        }
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", name)) {
            TrialHouse.run(connection, sql);
        }
    }

    public static void until(String what, BooleanSupplier condition) {
        Deadline.within(SOON).until(what, condition);
    }
}
