package id.kentongan.forwarder.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a broker; the broker's part is in OperationIT. */
class CheckTest {
    @TempDir
    Path dir;

    private final List<String> said = new ArrayList<>();
    private FakeWazuh wazuh;

    @BeforeEach
    void makeTree() throws IOException {
        wazuh = FakeWazuh.at(Files.createDirectories(dir.resolve("ossec")), FakeWazuh.CONF);
    }

    @Test
    void whatWasInstalledIsInOrder() throws IOException {
        install();

        check();

        assertThat(said)
                .noneMatch(line -> line.startsWith("FAULT"))
                .contains("ok     Wazuh 4.14.7", "note   Wazuh writes alerts from level 5 on (log_alert_level)")
                .contains("ok     the block custom-kentongan stands before every block without JSON")
                .anyMatch(line -> line.matches("ok .*custom-kentongan is .* 750"))
                .anyMatch(line -> line.matches("ok .*queue/kentongan can be written by hook and forwarder"));
    }

    @Test
    void hookThatTheDaemonCouldWriteOrThatIsOldIsAFault() throws IOException {
        install();
        Files.setPosixFilePermissions(wazuh.home().hook(), PosixFilePermissions.fromString("rwxrwx---"));
        Files.writeString(wazuh.home().hook(), "old");

        check();

        assertThat(faults())
                .hasSize(2)
                .anyMatch(line -> line.contains("750"))
                .anyMatch(line -> line.contains("version"));
        assertThat(faults()).allMatch(line -> line.endsWith("kentongan-forwarder install --hook"));
    }

    @Test
    void blockBehindOneWithoutJsonIsAFaultAndAFilterIsTold() throws IOException {
        install();
        Files.writeString(
                wazuh.home().conf(),
                "<ossec_config><integration><name>slack</name></integration><integration><name>custom-kentongan</name>"
                        + "<hook_url>/a b</hook_url><level>7</level><alert_format>json</alert_format></integration>"
                        + "</ossec_config>");

        check();

        assertThat(faults())
                .hasSize(2)
                .anyMatch(line -> line.contains("behind a block without JSON"))
                .anyMatch(line -> line.contains("hook_url holds a space"));
        assertThat(said).anyMatch(line -> line.contains("only alerts of level 7"));
    }

    @Test
    void spoolThatTheGroupCannotWriteIsAFault() throws IOException {
        install();
        Files.setPosixFilePermissions(wazuh.home().spoolDirectory(), PosixFilePermissions.fromString("rwxr-x---"));

        check();

        assertThat(faults()).singleElement().asString().contains("cannot be written by group");
    }

    @Test
    void wazuhFiveIsToldWhatToUseInstead() throws IOException {
        Files.writeString(wazuh.home().path().resolve("VERSION.json"), "{\"version\":\"5.0.0\"}");

        check();

        assertThat(faults()).singleElement().asString().contains("kind events", "findings");
    }

    @Test
    void leftoversAreCountedAndTheHookIsNotMissedWhereNobodyWantsIt() throws IOException {
        Files.writeString(dir.resolve("custom-kentongan-17-1.alert"), "");

        check();

        assertThat(said)
                .anyMatch(line -> line.startsWith("note   1 file(s)"))
                .contains("ok     the hook is not in use");
        assertThat(faults()).isEmpty();
    }

    @Test
    void faultsOfTheSettingsAreAllSaidInOneLineEachWithoutControlCharacters() throws IOException {
        Path settings = Files.writeString(dir.resolve("f"), "kafka.security=\\u001b[2J\nmetrics.port=x\n");
        List<String> lines = new ArrayList<>();

        int exit = new Commands(lines::add, Clock.systemUTC(), dir)
                .run(
                        "check",
                        "--settings",
                        settings.toString(),
                        "--wazuh",
                        dir.resolve("none").toString());

        assertThat(exit).isEqualTo(1);
        assertThat(lines.stream().filter(line -> line.startsWith("FAULT"))).hasSizeGreaterThan(4);
        assertThat(lines).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
    }

    @Test
    void managerIsNotMissedWhereNoSourceReadsOne() throws IOException {
        Path settings = Files.writeString(
                dir.resolve("f"),
                "kafka.bootstrap=127.0.0.1:1\nstate.dir=" + dir + "\nsource.a.kind=events\nsource.a.path=x\n");

        new Check(settings, new WazuhHome(dir.resolve("none")), wazuh.accounts(), dir).node(new Inspection(said::add));

        assertThat(faults()).isEmpty();
    }

    @Test
    void hookWhoseSpoolNobodyReadsIsAFault() throws IOException {
        install();
        Path settings = Files.writeString(
                dir.resolve("f"),
                "kafka.bootstrap=127.0.0.1:1\nstate.dir=" + dir + "\nsource.a.kind=file\nsource.a.path=x\n");

        new Check(settings, wazuh.home(), wazuh.accounts(), dir).node(new Inspection(said::add));

        assertThat(faults()).anyMatch(line -> line.contains("no source of kind spool reads it"));
    }

    private void install() throws IOException {
        new Installation(
                        wazuh.home(),
                        dir.resolve("forwarder.properties"),
                        wazuh.accounts(),
                        Clock.systemUTC(),
                        new Steps(line -> {}, false))
                .install(true);
    }

    private void check() throws IOException {
        Path settings = dir.resolve("forwarder.properties");
        Inspection inspection = new Inspection(said::add);
        new WazuhCheck(wazuh.home(), wazuh.accounts(), inspection).run(true, Files.exists(settings));
        Check.leftovers(dir, inspection);
    }

    private List<String> faults() {
        return said.stream().filter(line -> line.startsWith("FAULT")).toList();
    }
}
