package id.kentongan.desk.trial;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A desk after years: fifty thousand cases of five hundred machines, a few of them open. */
public final class FullShelf {
    public static final int CASES = 50_000;
    public static final int OPEN = 200;

    private FullShelf() {}

    /** One plain case and one of 400,000 alerts, of which 200 are its evidence, each many times over; 200 of them open. */
    public static void fill(TrialHouse house, String desk) throws SQLException {
        house.broker.send(desk + ".cases", "c-p", Samples.json(Samples.plain("c-p", 1, Severity.HIGH, "Kasus uji")));
        house.broker.send(desk + ".cases", "c-l", Samples.json(large()));
        Deadline.within(Duration.ofMinutes(1)).until("two cases", () -> house.count(desk, "case_file") == 2);
        try (Connection connection = house.postgres.as("desk", desk)) {
            TrialHouse.run(connection, """
                    insert into case_file (case_id, number, version, severity, title_id, title_en, node, agent_id,
                        agent_name, rules, techniques, opened_at, first_seen, last_seen, alert_count, search_text, record,
                        first_received, last_received)
                    select 'c-' || i, 'KTG-2025-' || lpad(i::text, 6, '0'), version,
                        (array['LOW','MEDIUM','HIGH','CRITICAL'])[1 + i %% 4], title_id || i, title_en || i, node,
                        lpad((i %% 500)::text, 3, '0'), 'mesin-' || i %% 500, array['rule-' || i %% 40], techniques,
                        opened_at - i * interval '10 minutes', first_seen - i * interval '10 minutes',
                        last_seen - i * interval '10 minutes', alert_count, search_text || ' mesin-' || i %% 500,
                        replace(record, '"' || case_id || '"', '"c-' || i || '"'), now(), now()
                    from generate_series(1, %d) i join case_file on case_id = case when i %% 10 = 0 then 'c-l' else 'c-p' end
                    """.formatted(CASES));
            TrialHouse.run(connection, """
                    insert into case_course (case_id, stage, entered_at, due_at, closed_at)
                    select 'c-' || i, case when i <= %1$d then 'CANDIDATE' else 'CLOSED_FALSE_POSITIVE' end, now(),
                        case when i <= %1$d then now() + i * interval '5 minutes' end, case when i > %1$d then now() - i * interval '10 minutes' end
                    from generate_series(1, %2$d) i
                    """.formatted(OPEN, CASES));
            TrialHouse.run(connection, "analyze");
        }
    }

    private static Case large() {
        Evidence[] evidence = IntStream.range(0, 200)
                .mapToObj(i -> Samples.evidence(
                        "a-" + i,
                        Samples.START.plusSeconds(i),
                        "failure",
                        "203.0.113." + i % 250,
                        "user" + i,
                        "Failed password for user" + i + " ".repeat(10) + "x".repeat(400)))
                .toArray(Evidence[]::new);
        return Samples.of(
                "c-l",
                1,
                Severity.CRITICAL,
                new Text("Kasus besar", "Large case"),
                List.of(Samples.finding("f-l", "besar", Severity.CRITICAL, 400_000, evidence)),
                List.of());
    }
}
