package id.kentongan.forwarder.trial;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Findings of our own making, numbered in {@code process.pid}. */
public final class Findings {
    public static final Instant FIRST = Instant.parse("2026-11-20T02:00:00Z");

    private Findings() {}

    public static String finding(int number, Instant time) {
        return """
                {"@timestamp":"%s","message":"Failed password for petugas","event":{"original":"sshd: Failed password for petugas %s",
                "action":"authentication-failure","category":["authentication"],"outcome":"failure","doc_id":"d%d"},
                "process":{"name":"sshd","pid":%d},"source":{"ip":"198.51.100.7","port":40022},"user":{"name":"petugas"},
                "wazuh":{"event":{"id":"e-%d"},"cluster":{"name":"kab","node":"n1"},"space":{"name":"standard"},
                "agent":{"id":"%03d","name":"srv"},"rule":{"id":"r-1","title":"SSH login failed","level":"medium","tags":["attack.t1110"]}}}""".formatted(time, "x".repeat(200), number, number, number, number % 20)
                .replace("\n", "");
    }

    public static List<String> range(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> finding(number, FIRST.plusMillis(number * 100L)))
                .toList();
    }
}
