package id.kentongan.job.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Seeded alerts of two managers over {@link #LENGTH}: for each shape of a rule scripts that meet it and scripts that
 * just miss it, in a noise of the same alerts. Times are full seconds at times, so that some are equal.
 */
final class Attacks {
    static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    static final Duration LENGTH = Duration.ofMinutes(80);
    static final List<String> SOURCES = List.of("north", "south");

    private static final int SCRIPTS = 300;
    private static final int NOISE = 400;
    static final int AGENTS = 16;
    private static final String[] NOISY = {
        "5710", "5760", "5503", "31151", "31103", "5716", "5715", "31514", "554", "100113", "5402", "5502", "533",
        "2502", "31101", "5501", "40101", "86601", "86601", "86601", "530", "531"
    };

    /**
     * One alert on its way.
     *
     * @param source which of {@link #SOURCES} sends it
     * @param key of its record
     */
    record Line(Instant time, String source, String key, String id, String json) {
        byte[] bytes() {
            return json.getBytes(UTF_8);
        }
    }

    private final Random random;
    private final List<Line> lines = new ArrayList<>();

    private Attacks(long seed) {
        random = new Random(seed);
    }

    /** In order of time. */
    static List<Line> of(long seed) {
        Attacks attacks = new Attacks(seed);
        for (int script = 0; script < SCRIPTS; script++) {
            attacks.play(script % 10 + 1, attacks.random.nextInt((int) LENGTH.toSeconds() - 600));
        }
        for (int i = 0; i < NOISE; i++) {
            attacks.anybody().says(NOISY[attacks.random.nextInt(NOISY.length)], attacks.random.nextInt((int)
                    LENGTH.toSeconds()));
        }
        attacks.lines.sort(Comparator.comparing(Line::time));
        return List.copyOf(attacks.lines);
    }

    private void play(int shape, int at) {
        Somebody who = anybody();
        switch (shape) {
            case 1 -> who.repeats("5710", at, 3 + random.nextInt(6), 80);
            case 2 -> {
                for (int i = 3 + random.nextInt(3), then = at; i > 0; i--, then += random.nextInt(90)) {
                    new Somebody(who.agent, who.address, i).says("5503", then);
                }
            }
            case 3 -> {
                who.repeats("31151", at, 1 + random.nextInt(2), 60);
                who.says("31103", at + 30 + random.nextInt(240));
            }
            case 4 -> {
                int last = who.repeats("5716", at, 2 + random.nextInt(4), 80);
                who.says("5715", last + random.nextInt(120));
            }
            case 5 -> {
                who.says("31514", at);
                who.says("554", at + random.nextInt(240));
                who.says("100113", at + 100 + random.nextInt(500));
            }
            case 6 -> {
                who.says("5402", at);
                who.says("5502", at + 60 + random.nextInt(120));
            }
            case 7 -> who.repeats("533", at, 3 + random.nextInt(3), 400);
            case 8 -> who.repeats("2502", at, 3 + random.nextInt(5), 40);
            case 9 -> {
                who.repeats("31101", at, 1 + random.nextInt(2), 60);
                who.says("5501", Math.max(0, at - 60 + random.nextInt(240)));
            }
            default -> who.says("40101", at);
        }
    }

    private Somebody anybody() {
        return new Somebody(random.nextInt(AGENTS), random.nextInt(24), random.nextInt(16));
    }

    /** One at a machine, from an address, with an account. */
    private final class Somebody {
        private final int agent;
        private final int address;
        private final int user;

        Somebody(int agent, int address, int user) {
            this.agent = agent;
            this.address = address;
            this.user = user;
        }

        /** Returns the second of the last. */
        int repeats(String rule, int from, int times, int longestPause) {
            int at = from;
            for (int i = 0; i < times; i++) {
                says(rule, at);
                at += random.nextInt(longestPause);
            }
            return at;
        }

        /** What comes after the end is not told. */
        void says(String rule, int second) {
            if (second >= LENGTH.toSeconds()) {
                return;
            }
            Instant time = START.plusSeconds(second).plusMillis(random.nextInt(3) == 0 ? 0 : random.nextInt(1000));
            lines.add(line(time, lines.size(), rule, level(rule), agent, address, user));
        }

        private int level(String rule) {
            return rule.equals("40101") ? 10 + random.nextInt(5) : 5;
        }
    }

    /** An alert as Wazuh writes it: of a web server, with an address, an account and a file. */
    static Line line(Instant time, int number, String rule, int level, int agent, int address, int user) {
        String node = "wazuh-" + agent % SOURCES.size();
        String id = time.getEpochSecond() + "." + number;
        String json = """
                {"timestamp":"%s","id":"%s","rule":{"id":"%s","level":%d,"description":"d"},"manager":{"name":"%s"},\
                "agent":{"id":"%03d","name":"srv-%d"},"data":{"srcip":"203.0.113.%d","dstuser":"u%d","url":"/up/s%d.php"},\
                "syscheck":{"path":"/var/www/up/s%d.php"},"full_log":"%s of %d"}""".formatted(
                        time.toString().replace("Z", "+0000"),
                        id,
                        rule,
                        level,
                        node,
                        agent,
                        agent,
                        address + 1,
                        user,
                        agent % 3,
                        agent % 3,
                        rule,
                        address);
        return new Line(time, SOURCES.get(agent % SOURCES.size()), "%s/%03d".formatted(node, agent), id, json);
    }
}
