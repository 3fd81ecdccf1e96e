package id.kentongan.desk.attack;

import id.kentongan.contracts.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The techniques that the desk can explain. Ids come from alerts: anything may stand there. */
public final class Techniques {
    private static final Map<String, Technique> KNOWN = read();

    private Techniques() {}

    /** A sub-technique without words of its own has those of its technique, under its own id. */
    public static Optional<Technique> of(String id) {
        Technique known = KNOWN.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        return id.matches("T\\d{4}\\.\\d{3}")
                ? Optional.ofNullable(KNOWN.get(id.substring(0, 5)))
                        .map(one -> new Technique(id, one.name(), one.words()))
                : Optional.empty();
    }

    /** For documents: those of a case, with their names where they are known. */
    public static String written(List<String> ids) {
        return ids.stream().map(id -> of(id).map(Technique::written).orElse(id)).collect(Collectors.joining(", "));
    }

    private static Map<String, Technique> read() {
        try (InputStream file = Techniques.class.getResourceAsStream("/attack/techniques.txt")) {
            if (file == null) {
                throw new IllegalStateException("expected /attack/techniques.txt in the jar");
            }
            Map<String, Technique> known = new HashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Techniques::technique)
                    .forEach(one -> known.put(one.id(), one));
            return Map.copyOf(known);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Technique technique(String line) {
        List<String> parts = List.of(line.split(" \\| ", -1));
        if (parts.size() != 4) {
            throw new IllegalStateException("expected id | name | Indonesian | English, got " + line);
        }
        return new Technique(parts.get(0), parts.get(1), new Text(parts.get(2), parts.get(3)));
    }
}
