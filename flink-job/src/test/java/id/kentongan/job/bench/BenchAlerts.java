package id.kentongan.job.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.job.intake.Arrival;
import id.kentongan.job.intake.ReadsRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * Seeded alerts of 1.4 KB as Wazuh writes them, 10 ms apart, and a heartbeat every second: 200 agents, 5,000 source
 * addresses; 30 of 100 have a rule id that {@link BenchRules} look at, and every 10,000th begins forty failures from one
 * address. The same number always gives the same bytes; texts repeat after {@value #TEXTS}, longer than any window.
 */
public final class BenchAlerts {
    public static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    public static final int STEP_MILLIS = 10;
    /** Alerts between two heartbeats. */
    public static final int A_SECOND = 1_000 / STEP_MILLIS;

    private static final int TEXTS = 100_000;
    private static final int AGENTS = 200;
    private static final int ADDRESSES = 5_000;
    private static final int ATTACK = 40;
    private static final int BETWEEN_ATTACKS = 10_000;
    private static final int USERS = 300;
    private static final String FILLER =
            "Nov  2 01:00:00 web sshd[2134]: Failed password for invalid user admin from 203.0.113.77 ".repeat(7);
    private static final String BEGINNING =
            "{\"timestamp\":\"2026-11-02T01:00:00.000+0000\",\"id\":\"0000000000.000000000\"";
    private static final int TIME_AT = BEGINNING.indexOf("2026");
    private static final int ID_AT = BEGINNING.indexOf("0000000000.");

    private static final BenchAlerts ONE = new BenchAlerts();

    private final byte[][] texts = new byte[TEXTS][];
    private final ReadsRecords reader = new ReadsRecords();

    private BenchAlerts() {
        Random random = new Random(1);
        for (int i = 0; i < TEXTS; i++) {
            texts[i] = (BEGINNING + rest(i, random)).getBytes(UTF_8);
        }
    }

    public static BenchAlerts one() {
        return ONE;
    }

    public static Instant time(long number) {
        return START.plusMillis(number * STEP_MILLIS);
    }

    public byte[] bytes(long number) {
        byte[] bytes = texts[(int) (number % TEXTS)].clone();
        Instant time = time(number);
        put(bytes, TIME_AT, time.toString().substring(0, 19));
        int millis = time.getNano() / 1_000_000;
        put(bytes, TIME_AT + 20, digits(millis, 3));
        put(bytes, ID_AT, digits(time.getEpochSecond(), 10) + "." + digits(number, 9));
        return bytes;
    }

    /** As from Kafka; every 101st is a heartbeat. */
    public Arrival arrival(long record) {
        long number = record - record / (A_SECOND + 1);
        boolean heartbeat = record % (A_SECOND + 1) == A_SECOND;
        RecordHeaders headers = headers(heartbeat ? number : number + 1);
        if (heartbeat) {
            long upTo = time(number).toEpochMilli() - 1;
            headers.add(AlertHeader.HEARTBEAT.key(), Long.toString(upTo).getBytes(US_ASCII));
        }
        byte[] bytes = heartbeat ? new byte[0] : bytes(number);
        List<Arrival> read = new ArrayList<>(1);
        reader.deserialize(
                new ConsumerRecord<>(
                        "alerts",
                        0,
                        record,
                        time(number).toEpochMilli(),
                        TimestampType.CREATE_TIME,
                        0,
                        bytes.length,
                        null,
                        bytes,
                        headers,
                        Optional.empty()),
                new Collector<>() {
                    @Override
                    public void collect(Arrival arrival) {
                        read.add(arrival);
                    }

                    @Override
                    public void close() {}
                });
        return read.get(0);
    }

    /** Records with heartbeats for so many alerts. */
    public static long records(long alerts) {
        return alerts + alerts / A_SECOND;
    }

    /** Of a record, and of the heartbeat behind it. */
    public static RecordHeaders headers(long sequence) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(AlertHeader.SOURCE.key(), "bench".getBytes(US_ASCII));
        headers.add(AlertHeader.EPOCH.key(), "1793581200".getBytes(US_ASCII));
        headers.add(AlertHeader.SEQUENCE.key(), Long.toString(sequence).getBytes(US_ASCII));
        return headers;
    }

    private static String rest(int number, Random random) {
        boolean attacks = number % BETWEEN_ATTACKS < ATTACK;
        int address = attacks ? number / BETWEEN_ATTACKS : random.nextInt(ADDRESSES);
        int agent = attacks ? address % AGENTS : random.nextInt(AGENTS);
        return """
                ,"rule":{"level":5,"description":"sshd: Attempt to login using a non-existent user",\
                "id":"%s","mitre":{"id":["T1110.001"],"tactic":["Credential Access"],"technique":["Password Guessing"]},\
                "firedtimes":7,"mail":false,"groups":["syslog","sshd","invalid_login"],"gdpr":["IV_35.7.d","IV_32.2"],\
                "pci_dss":["10.2.4","10.2.5","10.6.1"]},"agent":{"id":"%03d","name":"srv-%d","ip":"10.1.2.%d"},\
                "manager":{"name":"wazuh-1"},"full_log":"%s","predecoder":{"program_name":"sshd",\
                "timestamp":"Nov  2 01:00:00","hostname":"web"},"decoder":{"parent":"sshd","name":"sshd"},\
                "data":{"srcip":"10.%d.%d.7","srcport":"52344","dstuser":"u%d"},"location":"/var/log/auth.log"}""".formatted(
                        attacks ? BenchRules.id(0) : rule(agent, random),
                        agent,
                        agent,
                        agent % 250,
                        FILLER,
                        address / 250,
                        address % 250,
                        random.nextInt(USERS));
    }

    /** Of the few that its agent fires: recorded networks have some eleven an agent, and five of them are most of the flood. */
    private static String rule(int agent, Random random) {
        if (random.nextInt(10) < 3) {
            return BenchRules.id((agent * 5 + random.nextInt(5)) % BenchRules.LOOKED_AT);
        }
        double skewed = Math.pow(random.nextDouble(), 3);
        return Integer.toString(500_000 + (agent * 7 + (int) (12 * skewed)) % 300);
    }

    private static void put(byte[] bytes, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            bytes[at + i] = (byte) text.charAt(i);
        }
    }

    private static String digits(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
