package id.kentongan.bench.edge;

import id.kentongan.bench.ground.BrokenBenchException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;

/** Eight bytes of the SHA-256 of each line of a file, so that what arrives can be held against it. */
final class Fingerprints {
    private final long[] sorted;

    private Fingerprints(long[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Of a file whose every line ends.
     *
     * @throws BrokenBenchException when a line repeats: then a doubled alert could not be told from it
     */
    static Fingerprints of(Path file) throws IOException {
        Gathering gathering = new Gathering();
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                gathering.take(chunk, read);
            }
        }
        long[] sorted = gathering.all();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                throw new BrokenBenchException("a line of " + file + " repeats");
            }
        }
        return new Fingerprints(sorted);
    }

    int lines() {
        return sorted.length;
    }

    Tick tick() {
        return new Tick();
    }

    /** Ticks off what arrives. */
    final class Tick {
        private final MessageDigest digest = sha256();
        private final BitSet arrived = new BitSet(sorted.length);
        private long twice;
        private long unknown;

        void take(byte[] line) {
            int at = Arrays.binarySearch(sorted, first(digest.digest(line)));
            if (at < 0) {
                unknown++;
            } else if (arrived.get(at)) {
                twice++;
            } else {
                arrived.set(at);
            }
        }

        long missing() {
            return sorted.length - (long) arrived.cardinality();
        }

        long twice() {
            return twice;
        }

        /** Changed on the way, or never in the file. */
        long unknown() {
            return unknown;
        }
    }

    private static final class Gathering {
        private final MessageDigest digest = sha256();
        private long[] prints = new long[1 << 16];
        private int count;

        void take(byte[] chunk, int length) {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (chunk[i] == '\n') {
                    digest.update(chunk, from, i - from);
                    add(first(digest.digest()));
                    from = i + 1;
                }
            }
            digest.update(chunk, from, length - from);
        }

        private void add(long print) {
            if (count == prints.length) {
                prints = Arrays.copyOf(prints, 2 * count);
            }
            prints[count++] = print;
        }

        long[] all() {
            return Arrays.copyOf(prints, count);
        }
    }

    private static long first(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
