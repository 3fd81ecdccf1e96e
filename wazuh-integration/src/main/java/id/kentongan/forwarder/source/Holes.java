package id.kentongan.forwarder.source;

import java.io.IOException;
import java.time.LocalDate;

/**
 * Tells a day that is missing from a day on which nothing happened, as Wazuh removes an empty file. A day without a file
 * between two that have one is missing (a) when the text alerts of that day lie beside, or (b) when this run did not
 * watch that day go by and the day before it held over {@value #BUSY} bytes: who writes that much does not fall silent
 * for a whole day.
 */
final class Holes {
    static final long BUSY = 64 * 1024;

    private final Shelf shelf;

    Holes(Shelf shelf) {
        this.shelf = shelf;
    }

    /** In plain words; empty when no day is missing. */
    String between(Day from, Day to, long bytesBefore, boolean watched) throws IOException {
        LocalDate first = from.date().plusDays(1);
        LocalDate last = to.date().minusDays(1);
        if (last.isBefore(first)) {
            return "";
        }
        boolean missing = !watched && bytesBefore > BUSY;
        for (LocalDate date = first; !missing && !date.isAfter(last); date = date.plusDays(1)) {
            missing = shelf.hasRemains(date);
        }
        return missing ? "no file of " + first + (first.equals(last) ? "" : " to " + last) : "";
    }
}
