package id.kentongan.forwarder.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.AlertOrigin;
import id.kentongan.contracts.Topic;
import id.kentongan.forwarder.source.Line;
import id.kentongan.forwarder.source.Position;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Kafka records of one source, with their headers. Used by one thread. */
final class Records {
    private static final int PIECE_BYTES = 64 * 1024;
    private static final byte[] NOTHING = new byte[0];

    private final String alerts;
    private final String rejected;
    private final String source;
    private final byte[] sourceName;
    private byte[] epoch;
    private String lastFile = "";
    private byte[] lastFileName = NOTHING;
    private byte[] sameForFile = NOTHING;

    Records(String topicPrefix, String source, long epoch) {
        this.alerts = Topic.ALERTS.named(topicPrefix);
        this.rejected = Topic.ALERTS_REJECTED.named(topicPrefix);
        this.source = source;
        this.sourceName = bytes(source);
        this.epoch = decimal(epoch);
    }

    void epoch(long next) {
        epoch = decimal(next);
        lastFile = "";
    }

    ProducerRecord<byte[], byte[]> alert(Line line, byte[] key, int partition, long sequence) {
        var record = new ProducerRecord<>(alerts, partition, key, line.bytes());
        record.headers().add(AlertHeader.ORIGIN.key(), origin(line, sequence));
        return record;
    }

    /** An {@link AlertOrigin}, written straight into its bytes: one goes with every alert. */
    private byte[] origin(Line line, long sequence) {
        Position position = line.position();
        fileOf(position);
        int length = digits(sequence) + digits(position.offset()) + digits(line.length()) + 2;
        byte[] origin = new byte[length + sameForFile.length];
        System.arraycopy(sameForFile, 0, origin, length, sameForFile.length);
        int at = write(line.length(), origin, length);
        origin[--at] = ' ';
        at = write(position.offset(), origin, at);
        origin[--at] = ' ';
        write(sequence, origin, at);
        return origin;
    }

    private void fileOf(Position position) {
        if (!position.file().equals(lastFile)) {
            lastFile = position.file();
            lastFileName = bytes(lastFile);
            sameForFile = bytes(" " + new String(epoch, UTF_8) + " " + source + " " + lastFile);
        }
    }

    /** Stands on topic alerts in the place of a refused line, so that its number is not missed. */
    ProducerRecord<byte[], byte[]> marker(Line line, byte[] key, int partition, long sequence, Refusal refusal) {
        var record = new ProducerRecord<>(alerts, partition, key, NOTHING);
        numbered(record, sequence);
        placed(record, line).add(AlertHeader.REASON.key(), bytes(refusal.code()));
        return record;
    }

    /** The refused line itself: whole, in pieces, or its beginning and its hash. */
    List<ProducerRecord<byte[], byte[]>> refused(Line line, Refusal refusal, int longest) {
        byte[] all = line.bytes();
        int each = Math.max(1, Math.min(PIECE_BYTES, longest / 2));
        int pieces = line.overLong() ? 1 : Math.max(1, (all.length + each - 1) / each);
        String hash = line.sha256() != null ? line.sha256() : pieces > 1 ? sha256(all) : null;
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int piece = 1; piece <= pieces; piece++) {
            int from = (piece - 1) * each;
            byte[] part = Arrays.copyOfRange(all, from, Math.min(all.length, from + each));
            var record = new ProducerRecord<>(rejected, sourceName, part);
            why(placed(record.headers().add(AlertHeader.SOURCE.key(), sourceName), line), line, refusal, hash);
            if (pieces > 1) {
                record.headers().add(AlertHeader.PIECE.key(), bytes(piece + "/" + pieces));
            }
            records.add(record);
        }
        return records;
    }

    private void why(Headers headers, Line line, Refusal refusal, @Nullable String hash) {
        String where =
                source + " " + line.position().file() + " " + line.position().offset();
        headers.add(AlertHeader.REASON.key(), bytes(refusal.code())).add(AlertHeader.WHERE.key(), bytes(where));
        if (hash != null) {
            headers.add(AlertHeader.SHA256.key(), bytes(hash));
        }
    }

    /** {@code upTo} null: nothing can be said of time yet. */
    ProducerRecord<byte[], byte[]> heartbeat(int partition, @Nullable Instant upTo, long sequence, boolean end) {
        var record = new ProducerRecord<byte[], byte[]>(alerts, partition, null, NOTHING);
        numbered(record, sequence);
        if (upTo != null) {
            record.headers().add(AlertHeader.HEARTBEAT.key(), decimal(upTo.toEpochMilli()));
        }
        if (end) {
            record.headers().add(AlertHeader.END.key(), bytes("true"));
        }
        return record;
    }

    private void numbered(ProducerRecord<byte[], byte[]> record, long sequence) {
        record.headers()
                .add(AlertHeader.SOURCE.key(), sourceName)
                .add(AlertHeader.EPOCH.key(), epoch)
                .add(AlertHeader.SEQUENCE.key(), decimal(sequence));
    }

    private Headers placed(ProducerRecord<byte[], byte[]> record, Line line) {
        return placed(record.headers(), line);
    }

    private Headers placed(Headers headers, Line line) {
        Position position = line.position();
        fileOf(position);
        return headers.add(AlertHeader.FILE.key(), lastFileName)
                .add(AlertHeader.OFFSET.key(), decimal(position.offset()))
                .add(AlertHeader.LENGTH.key(), decimal(line.length()));
    }

    private static byte[] decimal(long number) {
        return bytes(Long.toString(number));
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** Writes a number from 0 in front of {@code end}; gives the place of its first digit. */
    private static int write(long number, byte[] into, int end) {
        int at = end;
        long rest = number;
        do {
            into[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return at;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
