package id.kentongan.allinone.instance;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Holds a data directory to the input that it was first started with. */
public final class RememberedInput {
    private final DataDirectory data;

    public RememberedInput(DataDirectory data) {
        this.data = data;
    }

    /**
     * The input to use: the one asked for, or the remembered one when none was asked for. Refused when both are there
     * and differ.
     *
     * @param otherwise taken when nothing was asked for and nothing is remembered
     */
    public Input settle(Optional<Input> asked, Input otherwise) {
        Optional<Input> remembered = read();
        Input settled = asked.or(() -> remembered).orElse(otherwise);
        remembered.filter(it -> !it.equals(settled)).ifPresent(it -> {
            throw new Refused("The data directory " + data.root() + " holds " + it.spoken() + ", not "
                    + settled.spoken() + ": a replay and live alerts never share a time domain."
                    + " Start without an input option to go on with it, or choose another folder with --data DIR.");
        });
        if (remembered.isEmpty()) {
            write(settled);
        }
        return settled;
    }

    public Optional<Input> read() {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        try {
            Properties read = new Properties();
            read.load(new StringReader(Files.readString(file())));
            return Optional.of(new Input(
                    Input.Kind.valueOf(read.getProperty("kind", "")),
                    Path.of(read.getProperty("path", "")),
                    Long.parseLong(read.getProperty("seed", ""))));
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("Cannot read " + file() + " (" + e + "). Choose another folder with --data DIR.");
        }
    }

    private void write(Input input) {
        Properties written = new Properties();
        written.setProperty("kind", input.kind().name());
        written.setProperty("path", input.path().toString());
        written.setProperty("seed", Long.toString(input.seed()));
        DataDirectory.writePrivate(file(), PropertyLines.of(written));
    }

    private Path file() {
        return data.run().resolve("input");
    }
}
