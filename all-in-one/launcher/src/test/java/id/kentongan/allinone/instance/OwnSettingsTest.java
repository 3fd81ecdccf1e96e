package id.kentongan.allinone.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSettingsTest {
    private static final Map<String, String> LAUNCHERS = Map.of("port", "1", "checkpoint.interval", "PT5S");
    private static final Set<String> FIXED = Set.of("port");

    @TempDir
    private Path folder;

    private DataDirectory data;

    @BeforeEach
    void aDataDirectory() {
        data = new DataDirectory(folder);
        data.create();
    }

    @Test
    void withoutAFileTheLaunchersHold() {
        assertThat(OwnSettings.over(data, "job", LAUNCHERS, FIXED)).isEqualTo(LAUNCHERS);
    }

    @Test
    void whatTheOfficeSetsHolds() throws IOException {
        own("# kami\ncheckpoint.interval = PT30S\nscopes=kota=wazuh/é\n");

        assertThat(OwnSettings.over(data, "job", LAUNCHERS, FIXED))
                .containsEntry("checkpoint.interval", "PT30S")
                .containsEntry("scopes", "kota=wazuh/é")
                .containsEntry("port", "1");
    }

    @Test
    void byWhatThePartsFindEachOtherIsNotTheOfficesToSet() throws IOException {
        own("port=2\n");

        assertThatThrownBy(() -> OwnSettings.over(data, "job", LAUNCHERS, FIXED))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("job.properties sets port", "remove");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Files.write(data.settings().resolve("job.properties"), new byte[] {'a', '=', (byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> OwnSettings.over(data, "job", LAUNCHERS, FIXED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("key=value in UTF-8");
    }

    private void own(String text) throws IOException {
        Files.writeString(data.settings().resolve("job.properties"), text);
    }
}
