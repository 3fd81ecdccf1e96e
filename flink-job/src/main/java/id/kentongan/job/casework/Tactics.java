package id.kentongan.job.casework;

import id.kentongan.contracts.Tactic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Which tactic a technique of ATT&amp;CK serves: the kill-chain stage that it stands for. */
final class Tactics {
    private static final Map<String, Tactic> BY_TECHNIQUE = read();

    private Tactics() {}

    static @Nullable Tactic of(String technique) {
        return BY_TECHNIQUE.get(Risk.parent(technique));
    }

    /** Each once, in the order of an attack. A technique that is not in the table stands for none. */
    static List<Tactic> of(Collection<String> techniques) {
        return techniques.stream()
                .map(Tactics::of)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, Tactic> read() {
        Properties table = new Properties();
        try (InputStream in = Tactics.class.getResourceAsStream("/tactics.properties")) {
            table.load(Objects.requireNonNull(in, "tactics.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Tactic> byTechnique = new HashMap<>();
        for (Tactic tactic : Tactic.values()) {
            for (String technique : table.getProperty(tactic.name(), "").split(" ", -1)) {
                byTechnique.put(technique, tactic);
            }
        }
        return byTechnique;
    }
}
