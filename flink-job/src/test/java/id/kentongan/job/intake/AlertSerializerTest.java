package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

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

        assertThat(List.of(full, least)).allSatisfy(alert -> {
            assertThat(throughBytes(alert)).isEqualTo(alert);
        });
    }

    @Test
    void textsOfAnyLengthComeBack() throws Exception {
        for (int length : new int[] {253, 254, 255, 256, 4_000, 200_000}) {
            Alert alert = saying("é".repeat(length / 2) + "x".repeat(length % 2));

            assertThat(throughBytes(alert)).isEqualTo(alert);
        }
    }

    @Test
    void whatAnEarlierLayoutWroteIsRead() throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeByte(1);
        out.writeLong(1_793_581_200L);
        out.writeInt(0);
        for (String text : List.of("node", "1.2", "5710")) {
            out.writeInt(text.length());
            out.write(text.getBytes(UTF_8));
        }
        out.writeByte(5);
        for (String text : List.of("told", "IDS", "004")) {
            out.writeInt(text.length());
            out.write(text.getBytes(UTF_8));
        }
        for (int absent = 0; absent < 9; absent++) {
            out.writeInt(-1);
        }
        out.writeInt(0);
        out.writeInt(0);
        for (String text : List.of("log", "hash", "0/1")) {
            out.writeInt(text.length());
            out.write(text.getBytes(UTF_8));
        }
        out.writeByte(4);
        out.writeInt(-1);

        Alert read = serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(read.key()).isEqualTo("node|1.2|5710|004");
        assertThat(read.excerpt()).isEqualTo("log");
        assertThat(read.level()).isEqualTo(5);
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
