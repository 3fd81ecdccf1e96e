package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeSeededTest {
    private static final String LINE = """
            {"timestamp":"2026-11-02T08:14:31.004+0700","rule":{"level":5,"id":"5760","groups":["sshd"]},
            "agent":{"id":"004"},"manager":{"name":"m"},"id":"1793582071.4411","full_log":"x","data":{"srcip":"::1"},
            "syscheck":{"path":"/a/b.php"}}""";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void mutatedLinesGiveAnAlertOrAReasonAndNeverACrash(long seed) {
        Random random = new Random(seed);
        Intake intake = new Intake();
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = LINE.getBytes(UTF_8);
            for (int mutations = 1 + random.nextInt(4); mutations > 0; mutations--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            Intake.Reading reading = intake.read(bytes, "0/" + i);

            assertThat((reading.alert() == null) != (reading.reason() == null)).isTrue();
        }
    }
}
