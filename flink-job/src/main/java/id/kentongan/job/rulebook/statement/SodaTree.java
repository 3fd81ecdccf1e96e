package id.kentongan.job.rulebook.statement;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All of Esper's statement model, field by field, so that nothing of it stays unseen. */
final class SodaTree {
    private static final String SODA = "com.espertech.esper.common.client.soda.";

    /** {@code value} is of the model, or of a class that no model should hold. */
    record Node(Object value, @Nullable Object parent) {
        String kind() {
            return value.getClass().getSimpleName();
        }
    }

    private final List<Node> found = new ArrayList<>();

    private SodaTree() {}

    static List<Node> nodes(Object root) {
        SodaTree tree = new SodaTree();
        tree.walk(root, null);
        return tree.found;
    }

    private void walk(@Nullable Object value, @Nullable Object parent) {
        if (value == null || isPlain(value)) {
            return;
        }
        if (value instanceof Iterable<?> many) {
            many.forEach(one -> walk(one, parent));
        } else if (value instanceof Object[] many) {
            for (Object one : many) {
                walk(one, parent);
            }
        } else {
            found.add(new Node(value, parent));
            if (value.getClass().getName().startsWith(SODA)) {
                walkFields(value);
            }
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>;
    }

    private void walkFields(Object value) {
        for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    walk(read(field, value), value);
                }
            }
        }
    }

    private static @Nullable Object read(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("expected the statement model to be readable: " + field, e);
        }
    }
}
