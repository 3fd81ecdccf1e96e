package id.kentongan.job.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class AlertSerializerTest {
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
        Alert least = new Alert(
                Instant.EPOCH,
                "-",
                "",
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
                "",
                "",
                "",
                4,
                null);

        assertThat(List.of(full, least)).allSatisfy(alert -> {
            assertThat(throughBytes(alert)).isEqualTo(alert);
        });
    }

    @Test
    void flinkIsToldToUseIt() {
        assertThat(TypeInformation.of(Alert.class).createSerializer(new SerializerConfigImpl()))
                .isInstanceOf(AlertSerializer.class);
    }

    private static Alert throughBytes(Alert alert) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        AlertSerializer.INSTANCE.serialize(alert, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        Alert back = AlertSerializer.INSTANCE.deserialize(in);
        assertThat(in.available()).isZero();
        return back;
    }
}
