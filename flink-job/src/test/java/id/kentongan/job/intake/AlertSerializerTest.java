package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.contracts.Asset;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertSerializerTest {
    private final AlertSerializer serializer = new AlertSerializer();

    @Test
    void everyFieldComesBackWhetherThereIsSomethingInItOrNot() throws Exception {
        Alert full = new Alert(
                Instant.parse("2026-11-02T01:00:00.123456789Z"),
                "node-é",
                "1.2",
                "5710",
                16,
                "déjà 漢字 😀",
                Action.IDS,
                "004",
                "name",
                "10.0.0.4",
                "203.0.113.9",
                "user",
                "/u?x=1",
                "404",
                "GET",
                "/var/www/x.php",
                "/bin/sh",
                List.of("T1110", "T1059"),
                List.of("sshd", "syslog"),
                "excerpt",
                "0".repeat(64),
                "3/17",
                5,
                "high");
        Alert least = saying("");

        assertThat(throughBytes(least)).isEqualTo(least);
        Alert back = throughBytes(full);
        assertThat(back).isEqualTo(full).hasSameHashCodeAs(full);
        assertThat(back.as("step")).isEqualTo(full.as("step"));
        assertThat(List.of(full, back)).allSatisfy(AlertSerializerTest::tellsAll);
    }

    private static void tellsAll(Alert alert) {
        assertThat(alert.time()).isEqualTo("2026-11-02T01:00:00.123456789Z");
        assertThat(alert.key()).isEqualTo("node-é|1.2|5710|004");
        assertThat(alert.level()).isEqualTo(16);
        assertThat(alert.description()).isEqualTo("déjà 漢字 😀");
        assertThat(alert.action()).isEqualTo(Action.IDS);
        assertThat(alert.asset()).isEqualTo(new Asset("node-é", "004", "name", "10.0.0.4"));
        assertThat(List.of(alert.sourceIp(), alert.user(), alert.filePath(), alert.process()))
                .containsExactly("203.0.113.9", "user", "/var/www/x.php", "/bin/sh");
        assertThat(List.of(alert.url(), alert.status(), alert.method(), alert.severity()))
                .containsExactly("/u?x=1", "404", "GET", "high");
        assertThat(alert.techniques()).containsExactly("T1110", "T1059");
        assertThat(alert.groups()).containsExactly("sshd", "syslog");
        assertThat(List.of(alert.excerpt(), alert.sha256(), alert.position()))
                .containsExactly("excerpt", "0".repeat(64), "3/17");
        assertThat(alert.generation()).isEqualTo(5);
    }

    @Test
    void textsOfAnyLengthComeBack() throws Exception {
        for (int length : new int[] {253, 254, 255, 256, 4_000, 200_000}) {
            Alert alert = saying("é".repeat(length / 2) + "x".repeat(length % 2));

            assertThat(throughBytes(alert)).isEqualTo(alert);
        }
    }

    /** As savepoints of earlier months hold it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatAnEarlierLayoutWroteIsRead(int layout) throws Exception {
        String log = "l".repeat(300);
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeByte(layout);
        if (layout == 2) {
            out.writeInt(1); // not looked at
        }
        out.writeLong(1_793_581_200L);
        out.writeInt(7);
        if (layout == 2) {
            out.writeByte(5);
            out.writeByte(4);
        }
        texts(layout, out, "node", "1.2", "5710");
        if (layout == 1) {
            out.writeByte(5);
        }
        texts(layout, out, "told", "IDS", "004");
        texts(layout, out, null, "10.0.0.4", "203.0.113.9", "u", null, null, null, null, null);
        length(layout, out, 1);
        texts(layout, out, "T1110");
        length(layout, out, 2);
        texts(layout, out, "sshd", "syslog");
        texts(layout, out, log, "hash", "0/1");
        if (layout == 1) {
            out.writeByte(4);
        }
        texts(layout, out, "high");
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

        Alert read = serializer.deserialize(in);

        assertThat(in.available()).isZero();
        assertThat(read)
                .isEqualTo(new Alert(
                        Instant.ofEpochSecond(1_793_581_200L, 7),
                        "node",
                        "1.2",
                        "5710",
                        5,
                        "told",
                        Action.IDS,
                        "004",
                        null,
                        "10.0.0.4",
                        "203.0.113.9",
                        "u",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("T1110"),
                        List.of("sshd", "syslog"),
                        log,
                        "hash",
                        "0/1",
                        4,
                        "high"));
    }

    private static void texts(int layout, DataOutputSerializer out, @Nullable String... texts) throws IOException {
        for (String text : texts) {
            length(layout, out, text == null ? -1 : text.length());
            out.write(text == null ? new byte[0] : text.getBytes(UTF_8));
        }
    }

    private static void length(int layout, DataOutputSerializer out, int length) throws IOException {
        if (layout == 1) {
            out.writeInt(length);
        } else if (length < 0) {
            out.writeByte(255);
        } else if (length < 254) {
            out.writeByte(length);
        } else {
            out.writeByte(254);
            out.writeInt(length);
        }
    }

    @Test
    void whatIsNoAlertIsRefused() throws Exception {
        for (int length : new int[] {-1, 0, 17}) {
            DataOutputSerializer out = new DataOutputSerializer(64);
            out.writeByte(3);
            out.writeInt(length);

            assertThatThrownBy(() -> serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                    .isInstanceOf(IOException.class)
                    .hasMessage("expected an alert of 18 bytes or more, got " + length);
        }
        assertThatThrownBy(() -> serializer.deserialize(new DataInputDeserializer(new byte[] {4, 0, 0, 0, 0})))
                .hasMessage("expected an alert in layout 1, 2 or 3, got 4");
    }

    @Test
    void flinkIsToldToUseIt() {
        assertThat(TypeInformation.of(Alert.class).createSerializer(new SerializerConfigImpl()))
                .isInstanceOf(AlertSerializer.class);
    }

    private static Alert saying(String excerpt) {
        return new Alert(
                Instant.EPOCH,
                "-",
                "1.2",
                "-",
                0,
                "",
                Action.OTHER,
                "000",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                excerpt,
                "",
                "",
                4,
                null);
    }

    private Alert throughBytes(Alert alert) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(alert, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        Alert back = serializer.deserialize(in);
        assertThat(in.available()).isZero();
        return back;
    }
}
