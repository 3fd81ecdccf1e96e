package id.kentongan.allinone.part;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One program to keep running.
 *
 * @param rank place in the order of the data, from 1: of starting, of lists, and backwards of stopping
 * @param name short, a word; also the name of its log and of its record
 * @param command the program and its arguments; never a secret
 * @param log where its standard streams go
 * @param patience how long a start may take until {@code probe} passes
 * @param stopSignal what makes it stop cleanly
 * @param address where people find it
 */
public record Part(
        int rank,
        String name,
        List<String> command,
        Path log,
        Probe probe,
        Duration patience,
        String stopSignal,
        String address) {
    public Part {
        command = List.copyOf(command);
    }
}
