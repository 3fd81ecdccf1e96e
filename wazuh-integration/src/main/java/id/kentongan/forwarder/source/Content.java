package id.kentongan.forwarder.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of one open file, plain or compressed, counted uncompressed. */
interface Content extends Closeable {
    /** From {@code offset} on. At the end of what is there it gives less than 1; a plain file may have more later. */
    InputStream from(long offset) throws IOException;

    /** The first bytes that are there now, at most {@link Head#LONGEST}. */
    byte[] first() throws IOException;

    /** True when reading can go on at {@code offset}: the file reaches there, and a line begins there. */
    boolean reaches(long offset) throws IOException;

    /** True when what was read before is not there any more. */
    boolean truncated();

    /** Size now; of a compressed file what its trailer says, which is a guess beyond 4 GiB. */
    long size() throws IOException;

    /** Offset behind the last line end that is there now. */
    long lastLineEnd() throws IOException;

    /** True for a file that nobody appends to. */
    boolean compressed();
}
