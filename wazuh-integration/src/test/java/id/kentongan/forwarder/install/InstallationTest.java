package id.kentongan.forwarder.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T01:02:03Z"), ZoneOffset.UTC);

    @TempDir
    Path dir;

    private final List<String> said = new ArrayList<>();
    private FakeWazuh wazuh;
    private Path settings;

    @BeforeEach
    void makeTree() throws IOException {
        wazuh = FakeWazuh.at(Files.createDirectories(dir.resolve("ossec")), FakeWazuh.CONF);
        settings = dir.resolve("kentongan/forwarder.properties");
    }

    @Test
    void hookBlockSpoolAndSettingsComeToTheirPlaces() throws IOException {
        assertThat(install(true, false)).isZero();

        Path hook = wazuh.home().hook();
        assertThat(Files.readAllBytes(hook)).isEqualTo(Installation.packed("custom-kentongan"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(hook)))
                .isEqualTo("rwxr-x---");
        assertThat(Installation.mode(wazuh.home().spoolDirectory())).isEqualTo(02770);
        assertThat(new OssecConf(conf()).inOrder()).isTrue();
        assertThat(Installation.mode(wazuh.home().conf())).isEqualTo(0660);
        Path backup = wazuh.home().conf().resolveSibling("ossec.conf.kentongan-20261102-010203");
        assertThat(Files.readString(backup, StandardCharsets.ISO_8859_1)).isEqualTo(FakeWazuh.CONF);
        assertThat(Installation.mode(backup)).isEqualTo(0660);
        assertThat(Files.readString(settings))
                .contains(
                        "source." + Host.name() + ".kind=spool",
                        ".path=" + wazuh.home().spool());
        assertThat(said)
                .anyMatch(line -> line.contains("systemctl restart wazuh-manager"))
                .noneMatch(line -> line.startsWith("FAULT"));
    }

    @Test
    void secondRunChangesNothingAndSaysSo() throws IOException {
        install(true, false);
        Map<String, String> before = tree();
        said.clear();

        assertThat(install(true, false)).isZero();

        assertThat(tree()).isEqualTo(before);
        assertThat(said).endsWith("nothing to change").noneMatch(line -> line.startsWith("does"));
    }

    @Test
    void dryRunSaysTheSameAndTouchesNothing() throws IOException {
        Map<String, String> before = tree();

        assertThat(install(true, true)).isZero();

        assertThat(tree()).isEqualTo(before);
        List<String> would = said.stream()
                .filter(line -> line.startsWith("would  "))
                .map(line -> line.substring(7))
                .toList();
        assertThat(would).hasSize(4);
        said.clear();
        install(true, false);
        assertThat(said.stream().filter(line -> line.startsWith("does   ")).map(line -> line.substring(7)))
                .containsExactlyElementsOf(would);
    }

    @Test
    void removalLeavesSettingsAndBackupsAndOtherwiseTheTreeAsItWas() throws IOException {
        Map<String, String> before = tree();
        install(true, false);
        said.clear();

        Steps steps = new Steps(said::add, false);
        installation(steps).remove();

        assertThat(steps.end()).isZero();
        Map<String, String> after = tree();
        after.keySet().removeIf(name -> name.contains("ossec.conf.kentongan-") || name.startsWith("kentongan"));
        assertThat(after).isEqualTo(before);
        assertThat(settings).exists();
        said.clear();
        Steps again = new Steps(said::add, false);
        installation(again).remove();
        again.end();
        assertThat(said).endsWith("nothing to change");
    }

    @Test
    void spoolWithAlertsInItIsNotDeleted() throws IOException {
        install(true, false);
        Files.writeString(wazuh.home().spool(), "{}\n");
        Steps steps = new Steps(said::add, false);

        installation(steps).remove();

        assertThat(steps.end()).isEqualTo(1);
        assertThat(wazuh.home().spool()).exists();
        assertThat(said).anyMatch(line -> line.startsWith("FAULT") && line.contains("not sent"));
    }

    @Test
    void withoutTheHookOnlySettingsAreWrittenAndNeverOverwritten() throws IOException {
        install(false, false);
        assertThat(Files.readString(settings))
                .contains(".kind=file", ".path=" + wazuh.home().path());
        assertThat(wazuh.home().hook()).doesNotExist();
        assertThat(conf()).isEqualTo(FakeWazuh.CONF);

        Files.writeString(settings, "mine");
        install(true, false);
        assertThat(Files.readString(settings)).isEqualTo("mine");
    }

    @Test
    void wazuhFiveNoManagerAndUnknownConfAreSaidAndLeftAlone() throws IOException {
        Files.writeString(wazuh.home().path().resolve("VERSION.json"), "{\"version\": \"5.0.1\"}");
        assertThat(install(true, false)).isEqualTo(1);
        assertThat(said).anyMatch(line -> line.contains("Wazuh 5.0.1 has no integrator"));
        assertThat(wazuh.home().hook()).doesNotExist();

        Files.delete(wazuh.home().path().resolve("VERSION.json"));
        Files.writeString(wazuh.home().conf(), "<agent_config/>");
        assertThat(install(true, false)).isEqualTo(1);
        assertThat(said).anyMatch(line -> line.contains("is not understood"));
        assertThat(conf()).isEqualTo("<agent_config/>");

        Files.delete(wazuh.home().conf());
        assertThat(install(true, false)).isEqualTo(1);
        assertThat(said).anyMatch(line -> line.contains("no Wazuh manager in"));
    }

    @Test
    void damagedHookOrModeIsMended() throws IOException {
        install(true, false);
        Files.writeString(wazuh.home().hook(), "#!/bin/sh\n");
        Files.setPosixFilePermissions(wazuh.home().spoolDirectory(), PosixFilePermissions.fromString("rwxr-xr-x"));
        said.clear();

        assertThat(install(true, false)).isZero();

        assertThat(said.stream().filter(line -> line.startsWith("does"))).hasSize(2);
        assertThat(Installation.mode(wazuh.home().spoolDirectory())).isEqualTo(02770);
    }

    @Test
    void ownerThatIsNotOnThisMachineIsSaid() throws IOException {
        Steps steps = new Steps(said::add, false);
        new Installation(wazuh.home(), settings, new Accounts("root", "no-such-group"), CLOCK, steps).install(true);

        assertThat(steps.end()).isEqualTo(1);
        assertThat(said).anyMatch(line -> line.contains("there is no group no-such-group on this machine"));
    }

    private int install(boolean hook, boolean dry) throws IOException {
        Steps steps = new Steps(said::add, dry);
        installation(steps).install(hook);
        return steps.end();
    }

    private Installation installation(Steps steps) {
        return new Installation(wazuh.home(), settings, wazuh.accounts(), CLOCK, steps);
    }

    private String conf() throws IOException {
        return Files.readString(wazuh.home().conf(), StandardCharsets.ISO_8859_1);
    }

    /** Every file's name, mode, time and content. */
    private Map<String, String> tree() throws IOException {
        try (var files = Files.walk(dir, FileVisitOption.values())) {
            return files.collect(Collectors.toMap(
                    file -> dir.relativize(file).toString(), InstallationTest::described, (a, b) -> a, TreeMap::new));
        }
    }

    private static String described(Path file) {
        try {
            String content = Files.isDirectory(file) ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
            return Integer.toOctalString(Installation.mode(file)) + " " + content;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
