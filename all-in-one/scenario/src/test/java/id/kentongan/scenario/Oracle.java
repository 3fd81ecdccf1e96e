package id.kentongan.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Plain scan of all alerts against the definitions of the four patterns, written from those definitions and knowing
 * nothing of how the scenario is made. Slow on purpose.
 */
final class Oracle {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX", Locale.ROOT);
    private static final long MINUTE = 60_000;
    private static final Set<String> SSH_FAILURES = Set.of("5710", "5716", "5760", "5758", "5503");
    private static final Set<String> SSH_COMPOSITES = Set.of("5712", "5720", "5763", "5551", "40111");
    private static final Set<String> SSH_SUCCESSES = Set.of("5715", "40112", "99903");
    private static final Set<String> RECON = Set.of("31151", "31161", "31516", "31508", "31515", "20151", "40601");
    private static final Set<String> EXPLOIT =
            Set.of("31103", "31104", "31105", "31106", "31110", "31166", "31168", "31411");
    private static final Set<String> FOOTHOLD = Set.of("550", "554", "5902", "80792", "2833");
    private static final Set<String> UPLOAD = Set.of("100112", "31514", "31512");
    private static final Set<String> FAILURES = Set.of("2501", "5503", "9705", "5710", "5716", "5760");
    private static final Set<String> COMPOSITES = Set.of("5551", "5712", "5763", "9751");
    private static final Set<String> SCRIPTS = Set.of("php", "phtml", "phar", "jsp", "aspx");

    private record Event(long at, String rule, String agent, String ip, String file) {}

    private final List<Event> events = new ArrayList<>();
    private final Set<String> hits = new TreeSet<>();

    private Oracle(List<JsonNode> alerts) {
        for (JsonNode alert : alerts) {
            String path = alert.path("syscheck").path("path").asText("");
            String url = alert.path("data").path("url").asText("");
            String whole = path.isEmpty() ? url.split("\\?", -1)[0] : path;
            events.add(new Event(
                    Instant.from(TIMESTAMP.parse(alert.path("timestamp").asText()))
                            .toEpochMilli(),
                    alert.path("rule").path("id").asText(),
                    alert.path("agent").path("id").asText(),
                    alert.path("data").path("srcip").asText(""),
                    whole));
        }
    }

    /** {@code rule agent}, with the source address where the pattern has one, for every pattern that is met. */
    static Set<String> hits(List<JsonNode> alerts) {
        Oracle oracle = new Oracle(alerts);
        oracle.bruteForceSuccess();
        oracle.chain();
        oracle.webShell();
        oracle.bruteForce();
        return oracle.hits;
    }

    private void bruteForceSuccess() {
        List<Event> failures = of(SSH_FAILURES);
        List<Event> composites = of(SSH_COMPOSITES);
        for (Event success : of(SSH_SUCCESSES)) {
            Predicate<Event> before = e -> e.agent.equals(success.agent)
                    && e.ip.equals(success.ip)
                    && e.at <= success.at
                    && e.at >= success.at - 15 * MINUTE;
            boolean enough = failures.stream().filter(before).count() >= 6;
            if (enough || composites.stream().anyMatch(before)) {
                hits.add("brute-force-success " + success.agent + " " + success.ip);
            }
        }
    }

    private void chain() {
        List<Event> exploits = of(EXPLOIT);
        List<Event> footholds = of(FOOTHOLD);
        for (Event recon : of(RECON)) {
            for (Event exploit : exploits) {
                boolean second =
                        exploit.agent.equals(recon.agent) && exploit.ip.equals(recon.ip) && exploit.at >= recon.at;
                for (Event foothold : second ? footholds : List.<Event>of()) {
                    if (foothold.agent.equals(recon.agent)
                            && foothold.at >= exploit.at
                            && foothold.at - recon.at <= 24 * 60 * MINUTE) {
                        hits.add("scan-exploit-foothold " + recon.agent);
                    }
                }
            }
        }
    }

    private void webShell() {
        List<Event> files = of(Set.of("554"));
        List<Event> calls = of(Set.of("100113"));
        for (Event upload : of(UPLOAD)) {
            for (Event file : files) {
                boolean second = file.agent.equals(upload.agent)
                        && within(upload, file, 10)
                        && SCRIPTS.contains(file.file.substring(file.file.lastIndexOf('.') + 1))
                        && file.file.startsWith("/var/www/");
                for (Event hit : second ? calls : List.<Event>of()) {
                    if (hit.agent.equals(file.agent)
                            && within(file, hit, 60)
                            && name(hit).equals(name(file))) {
                        hits.add("web-shell " + file.agent);
                    }
                }
            }
        }
    }

    private void bruteForce() {
        of(COMPOSITES).forEach(composite -> hits.add("brute-force " + composite.agent));
        List<Event> failures = of(FAILURES);
        for (Event first : failures) {
            long count = failures.stream()
                    .filter(e -> e.agent.equals(first.agent) && within(first, e, 5))
                    .count();
            if (count >= 10) {
                hits.add("brute-force " + first.agent);
            }
        }
    }

    private static boolean within(Event first, Event second, int minutes) {
        return second.at >= first.at && second.at - first.at <= minutes * MINUTE;
    }

    private static String name(Event event) {
        return event.file.substring(event.file.lastIndexOf('/') + 1);
    }

    private List<Event> of(Set<String> rules) {
        return events.stream().filter(event -> rules.contains(event.rule)).toList();
    }
}
