package id.kentongan.job.rulebook.statement;

import id.kentongan.job.rulebook.statement.Shape.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that an expression can use: streams and tags by name, properties of all streams without. */
final class Scope {
    static final String ENTITY = "entity";
    private static final Pattern IN_GROUP = Pattern.compile("inGroup\\((\"[^\"]*\"|'[^']*')\\)");

    /** What a path leads to. {@code root}: the name of the stream that it starts from. */
    record Found(Kind kind, String root, boolean certain) {}

    private final Map<String, Shape> streams = new LinkedHashMap<>();
    private final Set<String> uncertain = new HashSet<>();
    private final @Nullable Scope outer;

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /** {@code certain}: whether an event always stands behind the name. */
    void add(String name, Shape shape, boolean certain) {
        streams.put(name, shape);
        if (!certain) {
            uncertain.add(name);
        }
    }

    Map<String, Shape> streams() {
        return streams;
    }

    Set<String> names() {
        return Set.copyOf(streams.keySet());
    }

    /** Null where nothing of that name is there, or where a path goes into what is no alert. */
    @Nullable
    Found find(String path) {
        String dotted = IN_GROUP.matcher(path).replaceAll("inGroup");
        String[] parts = dotted.split("\\.", -1);
        Found found = named(parts);
        if (found == null) {
            found = unnamed(parts);
        }
        return found == null && outer != null ? outer.find(path) : found;
    }

    private @Nullable Found named(String[] parts) {
        Shape shape = streams.get(parts[0]);
        if (shape == null) {
            return null;
        }
        boolean certain = !uncertain.contains(parts[0]);
        if (parts.length == 1) {
            return new Found(shape.isAlert() ? Kind.ALERT : Kind.VALUE, parts[0], certain && shape.isAlert());
        }
        return within(shape, parts, 1, parts[0], certain);
    }

    private @Nullable Found unnamed(String[] parts) {
        for (Map.Entry<String, Shape> stream : streams.entrySet()) {
            Found found = within(stream.getValue(), parts, 0, stream.getKey(), !uncertain.contains(stream.getKey()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Found within(Shape shape, String[] parts, int at, String root, boolean certain) {
        Kind kind = shape.columns().get(parts[at]);
        if (kind == null) {
            return null;
        }
        if (parts.length == at + 1) {
            return new Found(kind, root, certain && shape.certain().contains(parts[at]));
        }
        boolean ofAlert = kind == Kind.ALERT && parts.length == at + 2 && AlertProperties.NAMES.contains(parts[at + 1]);
        return ofAlert ? new Found(Kind.VALUE, root, false) : null;
    }
}
