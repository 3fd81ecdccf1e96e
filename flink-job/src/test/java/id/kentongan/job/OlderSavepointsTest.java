package id.kentongan.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Flink gives null or zero for a component that a record had not when a savepoint was written. {@code savepoint-fields.txt}
 * names the records in the state of the savepoint kept for the recovery matrix, and what they had; it is renewed with it.
 */
class OlderSavepointsTest {
    private static final Map<Class<?>, Object> SOME = Map.of(
            boolean.class,
            true,
            int.class,
            1,
            long.class,
            1L,
            double.class,
            1.0,
            String.class,
            "x",
            Instant.class,
            Instant.EPOCH,
            List.class,
            List.of(),
            Set.class,
            Set.of(),
            Map.class,
            Map.of(),
            byte[].class,
            new byte[0]);
    private static final Map<Class<?>, Object> ZERO =
            Map.of(boolean.class, false, int.class, 0, long.class, 0L, double.class, 0.0);

    @ParameterizedTest
    @MethodSource("recordsOfTheKeptSavepoint")
    void whatAnOlderRecordLacksIsNoFault(String type, List<String> had) throws Exception {
        Class<?> known = Class.forName(type);
        List<RecordComponent> added = Arrays.stream(known.getRecordComponents())
                .filter(one -> !had.contains(one.getName()))
                .toList();

        Object older = added.isEmpty() ? null : made(known, had);

        for (RecordComponent one : added) {
            one.getAccessor().setAccessible(true);
            if (!one.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                assertThat(one.getAccessor().invoke(older)).as(one.getName()).isNotNull();
            }
        }
    }

    static Stream<Object[]> recordsOfTheKeptSavepoint() throws IOException {
        try (InputStream in = OlderSavepointsTest.class.getResourceAsStream("/savepoint-fields.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.split(": ", -1))
                    .map(parts -> new Object[] {parts[0], List.of(parts[1].split(" ", -1))});
        }
    }

    private static Object made(Class<?> type, List<String> had) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Class<?> of = components[i].getType();
            values[i] = had.contains(components[i].getName()) ? some(of) : ZERO.get(of);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError(type.getSimpleName() + " refuses what an older savepoint gives", e.getCause());
        }
    }

    private static @Nullable Object some(Class<?> type) throws ReflectiveOperationException {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord()
                ? made(
                        type,
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList())
                : SOME.get(type);
    }
}
