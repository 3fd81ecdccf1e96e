package id.kentongan.allinone.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.allinone.instance.DataDirectory;
import id.kentongan.allinone.instance.Input;
import id.kentongan.allinone.instance.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class InputOptionsTest {
    @Command
    private static final class AnyVerb {
        @Mixin
        private final InputOptions options = new InputOptions();
    }

    @TempDir
    private Path folder;

    private DataDirectory data;

    @BeforeEach
    void aDataDirectory() {
        data = new DataDirectory(folder.resolve("data"));
    }

    @Test
    void nothingAskedForIsTheDemoADayInAMinute() {
        InputOptions options = parsed();

        assertThat(options.asked(data)).isEmpty();
        assertThat(options.otherwise(data))
                .isEqualTo(new Input(Input.Kind.DEMO, folder.resolve("data/scenario/alerts.json"), 42));
        assertThat(options.speedFor(options.otherwise(data))).isEqualTo(1440);
    }

    @Test
    void recordedAlertsAreReplayedAsFastAsPossible() throws IOException {
        Path alerts = Files.writeString(folder.resolve("alerts.json.gz"), "");
        InputOptions options = parsed("--alerts", alerts.toString());

        Input asked = options.asked(data).orElseThrow();

        assertThat(asked).isEqualTo(new Input(Input.Kind.RECORDED, alerts, 0));
        assertThat(options.speedFor(asked)).isZero();
    }

    @Test
    void wazuhIsNamedByItsFolder() throws IOException {
        Files.createDirectories(folder.resolve("ossec/logs/alerts"));
        Path alerts = Files.writeString(folder.resolve("ossec/logs/alerts/alerts.json"), "");

        assertThat(parsed("--wazuh", folder.resolve("ossec").toString()).asked(data))
                .contains(new Input(Input.Kind.WAZUH, alerts, 0));
    }

    @Test
    void aFolderWithoutWazuhIsRefusedWithTheMend() {
        assertThatThrownBy(() -> parsed("--wazuh", folder.toString()).asked(data))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("logs/alerts/alerts.json", "group wazuh");
    }

    @Test
    void theHookWritesToASpoolInTheDataDirectory() {
        assertThat(parsed("--no-demo").asked(data))
                .contains(new Input(Input.Kind.HOOK, folder.resolve("data/spool/alerts.spool"), 0));
    }

    @Test
    void twoInputsAtOnceAreRefused() {
        assertThatThrownBy(() -> parsed("--no-demo", "--seed", "4").asked(data)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> parsed("--no-demo", "--alerts", "x").asked(data))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aFileThatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> parsed("--alerts", "/no/such/file").asked(data))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("/no/such/file");
    }

    @Test
    void aSpeedBelowZeroIsRefused() {
        InputOptions options = parsed("--speed", "-1");

        assertThatThrownBy(() -> options.speedFor(options.otherwise(data))).isInstanceOf(Refused.class);
    }

    private static InputOptions parsed(String... words) {
        AnyVerb verb = new AnyVerb();
        new CommandLine(verb).parseArgs(words);
        return verb.options;
    }
}
