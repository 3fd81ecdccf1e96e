package id.kentongan.forwarder.source.findings;

import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Missing;
import id.kentongan.forwarder.source.Position;
import id.kentongan.forwarder.source.Reading;
import id.kentongan.forwarder.source.Source;
import id.kentongan.forwarder.source.Start;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads findings of Wazuh 5 by their numbers, backing index by backing index, never by {@code @timestamp}: a finding is
 * indexed long after its event, and a reader that pages by time loses most.
 *
 * <p>Between two looks the streams are told in runs, the one with the oldest document first, so that what is still
 * unread is never much older than what is told now. The same documents come again after a restart, though not in the
 * same order over the indices; within one index ({@link Position#file()}) numbers only rise.
 *
 * <p>A busy indexer (429, timeout, partial answer) is asked again after a while; any other trouble is an IOException.
 */
public final class FindingsSource implements Source {
    private static final Logger LOG = LogManager.getLogger(FindingsSource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 24 << 20;
    /** A run goes on this far beyond the oldest of the other streams; well within the delay of heartbeats. */
    private static final Duration RUN = Duration.ofSeconds(30);

    private final Cursor cursor;
    private final Survey survey;
    private final Pages pages;
    private final Clock clock;
    private final Duration poll;
    private final Backoff backoff;
    private final @Nullable Nudge nudge;
    private Instant nextLook = Instant.MIN;
    private @Nullable Place run;
    private Instant runEnds = Instant.MAX;
    private String mark = "";
    private volatile long readBytes;
    private volatile long totalBytes;
    private final LongAdder caseEdits = new LongAdder();

    /** Goes on behind {@code last}, or begins at {@code start}. */
    public FindingsSource(IndexerAccess access, @Nullable Position last, Start start, Clock clock) throws IOException {
        this(access, last, start, clock, PATIENCE);
    }

    FindingsSource(IndexerAccess access, @Nullable Position last, Start start, Clock clock, Duration patience)
            throws IOException {
        Indexer indexer = new Indexer(new Connection(access, patience, LONGEST_ANSWER), access.streams());
        this.cursor = last == null ? new Cursor() : Cursor.at(last);
        this.survey = new Survey(indexer, cursor, last == null ? start : null, clock);
        this.pages = new Pages(indexer, access.pageBytes());
        this.clock = clock;
        this.poll = access.poll();
        this.backoff = new Backoff(new Random());
        this.nudge = access.nudgePort() == 0 ? null : nudge(access.nudgePort());
    }

    /** Without a nudge findings only come a moment later. */
    private static @Nullable Nudge nudge(int port) {
        try {
            return new Nudge(port);
        } catch (IOException e) {
            LOG.warn("no webhook on port {}, going on without: {}", port, e.toString());
            return null;
        }
    }

    @Override
    public @Nullable Reading next() throws IOException {
        Instant now = clock.instant();
        if (backoff.waits(now)) {
            return null;
        }
        try {
            Reading found = found(now);
            measure();
            return found;
        } catch (BusyException e) {
            backOff(e, now);
            return null;
        }
    }

    private @Nullable Reading found(Instant now) throws IOException {
        Missing gap = survey.nextGap();
        if (gap != null) {
            return gap;
        }
        Line line = line();
        if (line != null || !lookDue(now)) {
            return line;
        }
        nextLook = now.plus(poll);
        survey.look();
        answered();
        gap = survey.nextGap();
        return gap == null ? line() : gap;
    }

    private boolean lookDue(Instant now) {
        boolean nudged = nudge != null && nudge.taken();
        return nudged || !now.isBefore(nextLook);
    }

    private @Nullable Line line() throws IOException {
        for (Place place : cursor.fronts()) {
            while (place.wantsPage()) {
                fetch(place);
            }
        }
        Place place = placeToTell();
        return place == null ? null : lineOf(place);
    }

    /** A place that cannot be read now waits for the next look, so that it does not stop the others. */
    private void fetch(Place place) throws IOException {
        boolean there = false;
        try {
            there = pages.fetch(place);
            answered();
        } finally {
            if (!there) {
                place.nothingMore();
                survey.lostSight();
                nextLook = Instant.MIN;
            }
        }
    }

    private @Nullable Place placeToTell() {
        Place current = run;
        if (current != null && current.head() != null && !time(current).isAfter(runEnds)) {
            return current;
        }
        List<Place> heads = cursor.fronts().stream()
                .filter(place -> place.head() != null)
                .sorted(Comparator.comparing(FindingsSource::time))
                .toList();
        Optional<Place> oldest = heads.stream().findFirst();
        run = oldest.orElse(null);
        runEnds = heads.size() < 2 ? Instant.MAX : time(heads.get(1)).plus(RUN);
        mark = oldest.isEmpty() ? "" : cursor.mark();
        return run;
    }

    private static Instant time(Place place) {
        Hit head = place.head();
        return head == null || head.time() == null ? Instant.EPOCH : head.time();
    }

    private Line lineOf(Place place) {
        Hit hit = place.handOut();
        if (hit.edited()) {
            caseEdits.increment();
        }
        Position position = new Position(place.file(), mark, hit.seqNo(), hit.seqNo() + 1);
        byte[] bytes = hit.source();
        if (bytes.length <= Line.LONGEST) {
            return new Line(position, bytes, bytes.length, null);
        }
        return new Line(position, Arrays.copyOf(bytes, Line.KEPT), bytes.length, sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void answered() {
        if (backoff.failing()) {
            LOG.info("the indexer answers again");
        }
        backoff.worked();
    }

    private void backOff(BusyException e, Instant now) throws BusyException {
        if (!backoff.failing()) {
            LOG.warn("{}; asking again after a while, nothing is lost", e.getMessage());
        }
        backoff.failed(now);
        if (backoff.many()) {
            throw e;
        }
    }

    private void measure() {
        long read = 0;
        long known = 0;
        for (Place place : cursor.places()) {
            read += place.last() + 1;
            known += place.checkpoint() + 1;
        }
        readBytes = read;
        totalBytes = known;
    }

    @Override
    public boolean listening() {
        return survey.sawAll() && !backoff.failing();
    }

    /** Numbers read, in all indices that are there; a number is a document, or a change of one. */
    @Override
    public long readBytes() {
        return readBytes;
    }

    /** Numbers known to be settled, in all indices that are there. */
    @Override
    public long totalBytes() {
        return totalBytes;
    }

    /** Documents that were changed after they were written, such as by an analyst: told again, no new alerts. */
    public long caseEdits() {
        return caseEdits.sum();
    }

    @Override
    public void close() {
        if (nudge != null) {
            nudge.close();
        }
    }
}
