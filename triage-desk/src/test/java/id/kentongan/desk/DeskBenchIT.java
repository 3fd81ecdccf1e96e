package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.PageCosts;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./kentongan bench desk}: how long lists and cases take with many cases on the shelf, many people at work and
 * alerts coming in. Times are the client's over loopback, so the desk's own are less. Asked for by a property only.
 */
class DeskBenchIT {
    private static final int CASES = 50_000;
    private static final int OPEN = 200;
    private static final int PEOPLE = 50;
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int ALERTS_A_SECOND = 1000;
    private static final int BURST = 60_000;
    private static final int COSTED = 50;
    private static final Duration WANTED = Duration.ofMillis(100);

    private final Duration span = Duration.ofSeconds(Integer.getInteger("desk.bench.seconds", 60));
    private final Map<String, List<Long>> micros = new HashMap<>();
    private final List<String> rows = new ArrayList<>();

    @Test
    void listsAndCasesStayFastWithFiftyThousandCases() throws Exception {
        Assumptions.assumeTrue(Boolean.getBoolean("desk.bench"), "only for ./kentongan bench desk");
        TrialHouse house = TrialHouse.open();
        house.broker.createTopic("bench_it.alerts");
        try (TrialDesk desk = TrialDesk.start(TrialTeam.settings(house, "bench_it"))) {
            shelve(house);
            String before = load();
            costs(desk, house);
            work(desk, null);
            figures("");
            micros.clear();
            burst(house);
            work(desk, house);
            figures(", 1,000 alerts/s coming in");
            write(before);
        }
    }

    /** One plain case and one of 200 pieces of evidence, each many times over; 200 of them open. */
    private static void shelve(TrialHouse house) throws SQLException {
        house.broker.send("bench_it.cases", "c-p", Samples.json(Samples.plain("c-p", 1, Severity.HIGH, "Kasus uji")));
        house.broker.send("bench_it.cases", "c-l", Samples.json(large()));
        Deadline.within(Duration.ofMinutes(1)).until("two cases", () -> count(house, "case_file") == 2);
        try (Connection connection = house.postgres.as("desk", "bench_it")) {
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
                List.of(Samples.finding("f-l", "besar", Severity.CRITICAL, evidence)),
                List.of());
    }

    /** Each kind of page alone, warm. */
    private void costs(TrialDesk desk, TrialHouse house) throws SQLException {
        HttpClient person = entered(desk, TrialTeam.ANALYST);
        Map<String, String> pages = Map.of(
                "list of 200", "/candidates",
                "archive", "/archive",
                "archive, searched", "/archive?q=mesin",
                "archive, searched for one machine", "/archive?q=mesin-217",
                "archive, searched for what is nowhere", "/archive?q=tidakada",
                "case", "/cases/KTG-2025-000007",
                "case of 200 pieces of evidence", "/cases/KTG-2025-000010");
        try (Connection owner = house.postgres.asOwner()) {
            PageCosts.count(owner);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Runnable request =
                        () -> assertThat(get(desk, person, page.getValue()).statusCode())
                                .isEqualTo(200);
                for (int i = 0; i < COSTED; i++) {
                    request.run();
                }
                PageCosts costs = PageCosts.of(owner, "bench_it", COSTED, request);
                rows.add(String.format(
                        Locale.ROOT,
                        "| %s, alone: statements, time in the database, CPU of the desk | %.1f, %.1f ms, %.1f ms | |",
                        page.getKey(),
                        costs.statements(),
                        costs.databaseMillis(),
                        costs.cpuMillis()));
            }
        }
    }

    /** Each person asks for something every two seconds, at a moment of their own; alerts come where a house is given. */
    private void work(TrialDesk desk, @Nullable TrialHouse alerts) throws Exception {
        ScheduledExecutorService people = Executors.newScheduledThreadPool(16);
        List<Future<?>> atWork = new ArrayList<>();
        List<HttpClient> entered = IntStream.range(0, PEOPLE)
                .mapToObj(i -> entered(desk, i % 2 == 0 ? TrialTeam.ANALYST : TrialTeam.COORDINATOR))
                .toList();
        for (int i = 0; i < PEOPLE; i++) {
            HttpClient person = entered.get(i);
            Random random = new Random(i);
            long first = random.nextInt((int) BETWEEN.toMillis());
            atWork.add(people.scheduleAtFixedRate(
                    () -> ask(desk, person, random), first, BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        }
        if (alerts != null) {
            atWork.add(people.scheduleAtFixedRate(() -> send(alerts, ALERTS_A_SECOND), 0, 1, TimeUnit.SECONDS));
        }
        assertThat(people.awaitTermination(span.toMillis(), TimeUnit.MILLISECONDS))
                .isFalse();
        assertThat(atWork).as("nobody gave up").noneMatch(Future::isDone);
        people.shutdownNow();
        assertThat(people.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    private void ask(TrialDesk desk, HttpClient person, Random random) {
        int kind = random.nextInt(10);
        String path = kind < 3
                ? "/candidates"
                : kind < 4 ? "/archive?q=mesin" : "/cases/KTG-2025-" + String.format("%06d", 1 + random.nextInt(OPEN));
        String name = kind < 3 ? "list of 200" : kind < 4 ? "archive, searched" : "case";
        long start = System.nanoTime();
        int status = get(desk, person, path).statusCode();
        long took = (System.nanoTime() - start) / 1000;
        synchronized (micros) {
            micros.computeIfAbsent(name, none -> new ArrayList<>()).add(status == 200 ? took : Long.MAX_VALUE);
        }
    }

    /** The desk's copy of the alerts: how fast at most, and what it costs the desk and the database. */
    private void burst(TrialHouse house) throws SQLException {
        long before = count(house, "recent_alert");
        long cpu = databaseTicks(house);
        long start = System.nanoTime();
        for (int i = 0; i < BURST / 10_000; i++) {
            send(house, 10_000);
        }
        Deadline.within(Duration.ofMinutes(5))
                .until("the logbook", () -> count(house, "recent_alert") >= before + BURST);
        double seconds = (System.nanoTime() - start) / 1e9;
        double database = (databaseTicks(house) - cpu) / 100.0;
        rows.add(String.format(
                Locale.ROOT, "| alerts copied in a burst, at most | %,.0f alerts/s | |", BURST / seconds));
        rows.add(String.format(
                Locale.ROOT, "| database's CPU for 1,000 alerts | %.0f ms | |", database * 1000 / (BURST / 1000.0)));
    }

    private static void send(TrialHouse house, int alerts) {
        String now = Instant.now().toString();
        List<byte[]> batch = IntStream.range(0, alerts)
                .mapToObj(i -> new JsonMapper()
                        .writeValueAsBytes(Map.of(
                                "timestamp", now,
                                "manager", Map.of("name", "wazuh-1"),
                                "agent", Map.of("id", String.format("%03d", i % 500), "name", "mesin-" + i % 500),
                                "rule", Map.of("id", "5760", "level", 5, "description", "sshd: authentication failed."),
                                "data", Map.of("srcip", "203.0.113." + i % 250, "dstuser", "user" + i % 90),
                                "full_log", "Nov 2 08:14:31 sshd[1]: Failed password for user " + "x".repeat(200))))
                .toList();
        house.broker.sendAll("bench_it.alerts", "wazuh-1/004", batch);
    }

    /** CPU of the desk's connections, in hundredths of a second. */
    private static long databaseTicks(TrialHouse house) throws SQLException {
        long ticks = 0;
        try (Connection connection = house.postgres.asOwner();
                var statement = connection.createStatement();
                var pids = statement.executeQuery("select pid from pg_stat_activity where datname = 'bench_it'")) {
            while (pids.next()) {
                String stat = Files.readString(Path.of("/proc", pids.getString(1), "stat"));
                String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                ticks += Long.parseLong(words[11]) + Long.parseLong(words[12]);
            }
        } catch (IOException gone) {
            return ticks;
        }
        return ticks;
    }

    private void figures(String also) {
        micros.forEach((name, all) -> {
            Collections.sort(all);
            double p50 = all.get(all.size() / 2) / 1000.0;
            double p99 = all.get((int) (all.size() * 0.99)) / 1000.0;
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s%s, p50 / p99 of %,d | %.0f / %.0f ms | p99 under 100 ms: %s |",
                    name,
                    also,
                    all.size(),
                    p50,
                    p99,
                    p99 < WANTED.toMillis() ? "met" : "MISSED"));
        });
    }

    private void write(String before) throws IOException {
        Collections.sort(rows);
        String page = """
                # The desk with fifty thousand cases

                Written by `./kentongan bench desk`; do not edit. %,d cases, %d of them open, every tenth with 200 pieces of
                evidence; %d people with one request each %d s for %d s (a list, a search, or a case), times of a client in
                the same JVM over loopback (`java.net.http`, 16 threads), which are more than the desk's own; desk, client,
                PostgreSQL and broker share the machine.

                | what | figure | wanted |
                |---|---|---|
                %s

                %s, commit %s, %d cores, Java %s; load average before %s, after %s.
                """.formatted(
                        CASES,
                        OPEN,
                        PEOPLE,
                        BETWEEN.toSeconds(),
                        span.toSeconds(),
                        String.join("\n", rows),
                        LocalDate.now(ZoneOffset.UTC),
                        System.getProperty("desk.commit", "unknown"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        before,
                        load());
        Files.writeString(Path.of(System.getProperty("desk.page", "target/desk.md")), page);
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).replaceAll("(\\S+ \\S+ \\S+).*\\s*", "$1");
    }

    private static long count(TrialHouse house, String table) {
        try (Connection connection = house.postgres.as("desk", "bench_it");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static HttpClient entered(TrialDesk desk, String name) {
        HttpClient person =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = Jsoup.parse(get(desk, person, "/login").body())
                .select("input[name=_csrf]")
                .attr("value");
        String form = "username=" + name + "&code=&_csrf=" + token + "&password="
                + java.net.URLEncoder.encode(TrialTeam.password(name), StandardCharsets.UTF_8);
        send(
                person,
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.port() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        return person;
    }

    private static HttpResponse<String> get(TrialDesk desk, HttpClient person, String path) {
        return send(
                person,
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.port() + path))
                        .GET());
    }

    private static HttpResponse<String> send(HttpClient person, HttpRequest.Builder request) {
        try {
            return person.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
