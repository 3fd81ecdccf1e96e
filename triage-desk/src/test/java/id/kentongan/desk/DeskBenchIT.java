package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.AlertFlood;
import id.kentongan.desk.trial.FullShelf;
import id.kentongan.desk.trial.PageCosts;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * {@code ./kentongan bench desk}: how long lists and cases take with many cases on the shelf, many people at work and
 * alerts coming in. Times are the client's over loopback, so the desk's own are less. Asked for by a property only.
 */
class DeskBenchIT {
    private static final String NAME = "bench_it";
    private static final int PEOPLE = 50;
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int ALERTS_A_SECOND = 1000;
    private static final int COSTED = 50;
    private static final Duration WANTED = Duration.ofMillis(100);

    private final Duration span = Duration.ofSeconds(Integer.getInteger("desk.bench.seconds", 60));
    private final Map<String, List<Long>> micros = new HashMap<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> alone = new ArrayList<>();

    @Test
    void listsAndCasesStayFastWithFiftyThousandCases() throws Exception {
        Assumptions.assumeTrue(Boolean.getBoolean("desk.bench"), "only for ./kentongan bench desk");
        TrialHouse house = TrialHouse.open();
        house.broker.createTopic(NAME + ".alerts");
        try (TrialDesk desk = TrialDesk.start(TrialTeam.settings(house, NAME))) {
            FullShelf.fill(house, NAME);
            String before = load();
            costs(desk, house);
            work(desk, null);
            figures("");
            micros.clear();
            AlertFlood flood = AlertFlood.burst(house, NAME);
            rows.add(String.format(
                    Locale.ROOT, "| alerts copied in a burst, at most | %,.0f alerts/s | |", flood.alertsASecond()));
            rows.add(String.format(
                    Locale.ROOT, "| database's CPU for 1,000 alerts | %.0f ms | |", flood.databaseMillis()));
            work(desk, house);
            figures(", 1,000 alerts/s coming in");
            write(before);
        }
    }

    /** Each kind of page alone, warm. */
    private void costs(TrialDesk desk, TrialHouse house) throws SQLException {
        HttpClient person = entered(desk, TrialTeam.ANALYST);
        Map<String, String> pages = new TreeMap<>(Map.of(
                "list of 200", "/candidates",
                "archive", "/archive",
                "archive, searched", "/archive?q=mesin",
                "archive, searched for one machine", "/archive?q=mesin-217",
                "archive, searched for what is nowhere", "/archive?q=tidakada",
                "case", "/cases/KTG-2025-000007",
                "case of 400,000 alerts, 200 shown", "/cases/KTG-2025-000010"));
        try (Connection owner = house.postgres.asOwner()) {
            PageCosts.count(owner);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Runnable request =
                        () -> assertThat(get(desk, person, page.getValue()).statusCode())
                                .isEqualTo(200);
                for (int i = 0; i < COSTED; i++) {
                    request.run();
                }
                PageCosts costs = PageCosts.of(owner, NAME, COSTED, request);
                alone.add(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.1f ms | %.1f ms |",
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
            atWork.add(people.scheduleAtFixedRate(
                    () -> AlertFlood.send(alerts, NAME, ALERTS_A_SECOND), 0, 1, TimeUnit.SECONDS));
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
                : kind < 4
                        ? "/archive?q=mesin"
                        : "/cases/KTG-2025-" + String.format("%06d", 1 + random.nextInt(FullShelf.OPEN));
        String name = kind < 3 ? "list of 200" : kind < 4 ? "archive, searched" : "case";
        long start = System.nanoTime();
        int status = get(desk, person, path).statusCode();
        long took = (System.nanoTime() - start) / 1000;
        synchronized (micros) {
            micros.computeIfAbsent(name, none -> new ArrayList<>()).add(status == 200 ? took : Long.MAX_VALUE);
        }
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

                Written by `./kentongan bench desk`; do not edit. %,d cases, %d of them open, every tenth of 400,000 alerts
                with 200 of them as evidence; %d people with one request each %d s for %d s (a list, a search, or a case), times of a client in
                the same JVM over loopback (`java.net.http`, 16 threads), which are more than the desk's own; desk, client,
                PostgreSQL and broker share the machine.

                | what | figure | wanted |
                |---|---|---|
                %s

                What a page costs, asked for again and again by one person: so a busy machine changes it less.

                | page | statements | time in the database | CPU of the desk |
                |---|---|---|---|
                %s

                %s, commit %s, %d cores, Java %s; load average before %s, after %s.
                """.formatted(
                        FullShelf.CASES,
                        FullShelf.OPEN,
                        PEOPLE,
                        BETWEEN.toSeconds(),
                        span.toSeconds(),
                        String.join("\n", rows),
                        String.join("\n", alone),
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
