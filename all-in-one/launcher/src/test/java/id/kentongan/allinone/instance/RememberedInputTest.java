package id.kentongan.allinone.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedInputTest {
    private static final Input DEMO = new Input(Input.Kind.DEMO, Path.of("/demo/alerts.json"), 1);
    private static final Input WAZUH = new Input(Input.Kind.WAZUH, Path.of("/var/ossec/logs/alerts/alerts.json"), 0);

    @TempDir
    private Path folder;

    private RememberedInput remembered;

    @BeforeEach
    void aDataDirectory() {
        DataDirectory data = new DataDirectory(folder);
        data.create();
        remembered = new RememberedInput(data);
    }

    @Test
    void theFirstStartIsTheDemoUnlessSomethingElseIsAskedFor() {
        assertThat(remembered.settle(Optional.empty(), DEMO)).isEqualTo(DEMO);
    }

    @Test
    void aLaterStartWithoutAnInputGoesOnWithTheFirst() {
        remembered.settle(Optional.of(WAZUH), DEMO);

        assertThat(remembered.settle(Optional.empty(), DEMO)).isEqualTo(WAZUH);
    }

    @Test
    void anotherInputIsRefusedWithTheMend() {
        remembered.settle(Optional.of(DEMO), DEMO);

        assertThatThrownBy(() -> remembered.settle(Optional.of(WAZUH), DEMO))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("the demo with seed 1", "/var/ossec", "--data DIR");
        assertThat(remembered.read()).contains(DEMO);
    }

    @Test
    void anotherSeedIsAnotherInput() {
        remembered.settle(Optional.of(DEMO), DEMO);

        assertThatThrownBy(() -> remembered.settle(Optional.of(new Input(DEMO.kind(), DEMO.path(), 2)), DEMO))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aDamagedMemoryIsRefusedAndNotTakenForNone() throws IOException {
        Files.writeString(folder.resolve("run/input"), "kind=NONSENSE\n");

        assertThatThrownBy(() -> remembered.settle(Optional.empty(), DEMO)).isInstanceOf(Refused.class);
    }
}
