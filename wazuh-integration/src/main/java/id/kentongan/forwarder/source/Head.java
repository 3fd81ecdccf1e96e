package id.kentongan.forwarder.source;

import java.util.Arrays;
import java.util.HexFormat;

/** The first line of a file, by which it is known again; of a longer one its first {@value #LONGEST} bytes. */
final class Head {
    static final int LONGEST = 4096;

    private Head() {}

    /**
     * Hash of the first line.
     *
     * @param first the file's first {@value #LONGEST} bytes, fewer when it is shorter
     * @return empty while the line has no end and may still grow
     */
    static String of(byte[] first, boolean finished) {
        int end = 0;
        while (end < first.length && first[end] != '\n') {
            end++;
        }
        if (first.length == 0 || (end == first.length && end < LONGEST && !finished)) {
            return "";
        }
        byte[] hash = LineReader.sha256().digest(Arrays.copyOf(first, end));
        return HexFormat.of().formatHex(hash, 0, 8);
    }
}
