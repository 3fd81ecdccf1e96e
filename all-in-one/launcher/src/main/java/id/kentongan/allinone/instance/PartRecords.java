package id.kentongan.allinone.instance;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The records of the processes of one instance, a file each. */
public final class PartRecords {
    /** The record of {@code up} itself. */
    public static final String LAUNCHER = "launcher";

    private static final String ENDING = ".process";

    private final Path folder;

    public PartRecords(DataDirectory data) {
        this.folder = data.run();
    }

    public void write(PartRecord record) {
        Properties written = new Properties();
        written.setProperty("rank", Integer.toString(record.rank()));
        written.setProperty("pid", Long.toString(record.process().pid()));
        written.setProperty("start-ticks", Long.toString(record.process().startTicks()));
        written.setProperty("boot", record.process().boot());
        written.setProperty("state", record.state());
        written.setProperty("since", record.since().toString());
        written.setProperty("restarts", Integer.toString(record.restarts()));
        written.setProperty("address", record.address());
        written.setProperty("stop-signal", record.stopSignal());
        DataDirectory.writePrivate(file(record.part()), PropertyLines.of(written));
    }

    public void remove(String part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file(part), e);
        }
    }

    /** The process that runs {@code up} on this data directory, if it lives. */
    public Optional<PartRecord> launcher() {
        return read(LAUNCHER).filter(it -> it.process().isAlive());
    }

    /** Every record but the launcher's, in the order of their rank; the processes may be gone. */
    public List<PartRecord> parts() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(ENDING))
                    .map(it -> it.substring(0, it.length() - ENDING.length()))
                    .filter(it -> !it.equals(LAUNCHER))
                    .flatMap(it -> read(it).stream())
                    .sorted(Comparator.comparingInt(PartRecord::rank))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private Optional<PartRecord> read(String part) {
        if (!Files.exists(file(part))) {
            return Optional.empty();
        }
        try {
            Properties read = new Properties();
            read.load(new StringReader(Files.readString(file(part))));
            RunningProcess process = new RunningProcess(
                    Long.parseLong(read.getProperty("pid", "")),
                    Long.parseLong(read.getProperty("start-ticks", "")),
                    read.getProperty("boot", ""));
            return Optional.of(new PartRecord(
                    Integer.parseInt(read.getProperty("rank", "")),
                    part,
                    process,
                    read.getProperty("state", ""),
                    Instant.parse(read.getProperty("since", "")),
                    Integer.parseInt(read.getProperty("restarts", "")),
                    read.getProperty("address", ""),
                    read.getProperty("stop-signal", "TERM")));
        } catch (java.nio.file.NoSuchFileException removedMeanwhile) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw new Refused("Cannot read " + file(part) + " (" + e + "). Delete it if nothing of Kentongan runs.");
        }
    }

    private Path file(String part) {
        return folder.resolve(part + ENDING);
    }
}
