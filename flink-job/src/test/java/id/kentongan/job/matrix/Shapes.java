package id.kentongan.job.matrix;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.rulebook.RuleFolder;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rules of the matrix, each of them a shape. */
final class Shapes {
    static final Path FIRST = folder("rules");
    /** Shapes that came after the kept savepoint was written. */
    static final Path LATER = folder("rules-later");

    private static final Path AFTER = folder("rules-after");

    private Shapes() {}

    private static Path folder(String name) {
        try {
            URL folder = Shapes.class.getResource("/matrix/" + name);
            return Path.of(Objects.requireNonNull(folder, name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("expected " + name + " among the test resources", e);
        }
    }

    static List<RuleRecord> first() throws Exception {
        return RuleFolder.read(FIRST);
    }

    /** In the order of their names. */
    static List<RuleRecord> all() throws Exception {
        List<RuleRecord> all = new ArrayList<>(first());
        all.addAll(RuleFolder.read(LATER));
        return all;
    }

    /** Other versions of some of them. */
    static List<RuleRecord> after() throws Exception {
        return RuleFolder.read(AFTER);
    }
}
