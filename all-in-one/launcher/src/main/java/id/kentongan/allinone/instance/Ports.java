package id.kentongan.allinone.instance;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** The ports of one instance: kept from run to run, and changed only when another program took one meanwhile. */
public final class Ports {
    /** Others are tried this far apart, so that the last digits still tell which port it is. */
    private static final int STEP = 100;

    private final Map<Port, Integer> chosen;

    private Ports(Map<Port, Integer> chosen) {
        this.chosen = new EnumMap<>(chosen);
    }

    /** What was chosen last on this data directory; the usual ones where nothing was. */
    public static Ports kept(DataDirectory data) {
        Properties kept = load(file(data));
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            String written = kept.getProperty(port.name());
            ports.put(port, written == null ? port.usual() : Integer.parseInt(written));
        }
        return new Ports(ports);
    }

    /** These where they are free, else the next free ones; each change is told. */
    public Ports orFreeOnes(IntPredicate free, Consumer<String> told) {
        Map<Port, Integer> next = new EnumMap<>(Port.class);
        chosen.forEach((port, wanted) -> {
            int number = wanted;
            while (next.containsValue(number) || !free.test(number)) {
                number += STEP;
                if (number > 65_535) {
                    throw new Refused("No free port for " + port.spoken() + " from " + wanted + " upwards in steps of "
                            + STEP + ". End what listens there (ss -ltnp shows it).");
                }
            }
            next.put(port, number);
            if (number != wanted) {
                told.accept("Port " + wanted + " for " + port.spoken() + " is taken by another program; using " + number
                        + ".");
            }
        });
        return new Ports(next);
    }

    public void keep(DataDirectory data) {
        Properties kept = new Properties();
        chosen.forEach((port, number) -> kept.setProperty(port.name(), Integer.toString(number)));
        DataDirectory.writePrivate(file(data), PropertyLines.of(kept));
    }

    public int of(Port port) {
        return requireNonNull(chosen.get(port));
    }

    /** {@code 127.0.0.1:number}. */
    public String address(Port port) {
        return "127.0.0.1:" + of(port);
    }

    private static Path file(DataDirectory data) {
        return data.run().resolve("ports");
    }

    private static Properties load(Path file) {
        Properties read = new Properties();
        if (Files.exists(file)) {
            try {
                read.load(new StringReader(Files.readString(file)));
            } catch (IOException e) {
                throw new Refused("Cannot read " + file + " (" + e + "). Delete it to go back to the usual ports.");
            }
        }
        return read;
    }
}
