package id.kentongan.forwarder.source;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where lines come from. Used by one thread; only {@link #readBytes()}, {@link #totalBytes()} are asked by others.
 * An IOException means that the source cannot be read now: the caller closes it and opens it anew later.
 */
public interface Source extends Closeable {
    /** The next line, or what is known to be missing here, or null when there is nothing now. Does not wait. */
    @Nullable
    Reading next() throws IOException;

    /**
     * Where reading began without a checkpoint, once that is known; null before, or when a checkpoint was given. Written
     * down before the first line is safe, it keeps a restart from choosing another beginning: "end" means the end then.
     */
    default @Nullable Position origin() {
        return null;
    }

    /**
     * False while the file cannot be found, or what is behind it is not looked at yet: then silence says nothing, and no
     * heartbeat may be sent.
     */
    boolean listening();

    /** True when nothing will ever follow. */
    default boolean ended() {
        return false;
    }

    /** All up to this one is safe in Kafka: the source may let go of them. */
    default void acknowledged(Position position) throws IOException {
        // most keep nothing of their own
    }

    /** Looks anew how much there is, without reading on: while nothing can be sent, others still ask how far behind. */
    default void recount() throws IOException {
        // those that end, and those that know without looking
    }

    /** Bytes read so far, in the unit of {@link #totalBytes()}. */
    long readBytes();

    /** Bytes there are as far as is known. */
    long totalBytes();
}
