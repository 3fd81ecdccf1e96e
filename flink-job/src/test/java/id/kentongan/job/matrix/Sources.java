package id.kentongan.job.matrix;

import id.kentongan.job.matrix.Attacks.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Both sources of alerts in a run: what each has sent so far, in which order, and what it says of it. Used by one thread. */
final class Sources implements AutoCloseable {
    private static final Duration STEP = Duration.ofMinutes(2);

    private final Forwarders forwarders;
    private final List<Line> before;
    private final List<Line> lines;
    private final Random random;
    private final Map<String, Deque<Line>> unsent = new HashMap<>();
    private final Map<String, Duration> fedTo = new HashMap<>();
    private Duration bound = Duration.ZERO;
    private boolean twice;

    /**
     * @param before what was sent before the job is there
     * @param lines what is fed, in order of time
     */
    Sources(Forwarders forwarders, List<Line> before, List<Line> lines, Random random) {
        this.forwarders = forwarders;
        this.before = List.copyOf(before);
        this.lines = List.copyOf(lines);
        this.random = random;
        Attacks.SOURCES.forEach(source -> fedTo.put(source, Duration.ZERO));
        queue(lines);
    }

    private void queue(List<Line> inOrder) {
        for (String source : Attacks.SOURCES) {
            Deque<Line> ofSource = new ArrayDeque<>();
            inOrder.stream().filter(line -> line.source().equals(source)).forEach(ofSource::add);
            unsent.put(source, ofSource);
        }
    }

    /** Every line once. */
    List<Line> lines() {
        return Stream.concat(before.stream(), lines.stream()).toList();
    }

    /** Alerts leave up to so much later than others that are younger. */
    void outOfOrder(Duration within) {
        bound = within;
        Map<Line, Long> leaves = new HashMap<>();
        lines.forEach(line -> leaves.put(line, line.time().toEpochMilli() + random.nextInt((int) within.toMillis())));
        queue(lines.stream().sorted(Comparator.comparing(leaves::get)).toList());
    }

    /** Sends much twice under its number, and all of it once more as a third source, a step behind. */
    void everythingTwice() {
        twice = true;
    }

    /** Every source has said then that it is there: nobody waits for one that he never heard of. */
    void begin() throws Exception {
        before.forEach(forwarders::send);
        beatBeforeAll(1);
    }

    void beatBeforeAll(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            beatAll(beforeAll());
        }
    }

    /** All that lives says that it has sent everything up to this moment. */
    void beatAll(Instant upTo) throws Exception {
        for (String source : Attacks.SOURCES) {
            beat(source, upTo);
        }
    }

    private void beat(String source, Instant upTo) throws Exception {
        forwarders.beat(source, upTo);
        if (twice) {
            forwarders.beat(again(source), upTo);
        }
    }

    /** An alert may be of the very beginning, and must not be said to have been sent. */
    private Instant beforeAll() {
        return Attacks.START.minus(bound).minusMillis(1);
    }

    /** What all have up to this moment of the stream. */
    void feed(Duration to) throws Exception {
        for (Duration step = slowest().plus(STEP); step.compareTo(to) <= 0; step = step.plus(STEP)) {
            for (String source : Attacks.SOURCES) {
                if (fedTo.get(source).compareTo(step) < 0) {
                    feed(source, step);
                }
            }
        }
    }

    /** All at once: first the alerts of all the time since the last word, then one word. */
    void feed(String source, Duration to) throws Exception {
        Deque<Line> waiting = unsent.get(source);
        Deque<Line> step = new ArrayDeque<>();
        while (!waiting.isEmpty() && !waiting.peek().time().isAfter(Attacks.START.plus(to))) {
            step.add(waiting.remove());
        }
        step.forEach(forwarders::send);
        Instant upTo = Attacks.START.plus(to).minus(bound);
        if (twice) {
            step.stream().filter(line -> random.nextInt(3) == 0).forEach(forwarders::sendAgain);
        }
        forwarders.beat(source, upTo);
        if (twice) {
            step.forEach(line -> forwarders.send(line, again(source)));
            forwarders.beat(again(source), upTo);
        }
        fedTo.put(source, to);
    }

    void feedAll() throws Exception {
        feed(Attacks.LENGTH.plus(bound).plus(STEP));
    }

    /** Says where it is for eleven minutes of the broker's time, in which the other says nothing. */
    void speaksAlone(String source) throws Exception {
        long now = Instant.now().toEpochMilli();
        for (int seconds = 5; seconds <= 660; seconds += 5) {
            forwarders.beat(source, saidBy(source), now + seconds * 1_000L);
        }
    }

    /** One line that is no alert, and that no compression makes shorter. */
    void feedJunk() {
        String junk = random.ints(4_000, '!', '~').mapToObj(Character::toString).collect(Collectors.joining());
        forwarders.send(new Line(Attacks.START, "north", "-", "junk", junk));
    }

    /** Up to where it said last to have sent everything. */
    Instant saidBy(String source) {
        return Attacks.START.plus(fedTo.get(source)).minus(bound);
    }

    Instant saidByAll() {
        return Attacks.START.plus(slowest()).minus(bound);
    }

    private Duration slowest() {
        return fedTo.values().stream().min(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static String again(String source) {
        return source + "-again";
    }

    @Override
    public void close() {
        forwarders.close();
    }
}
