package id.kentongan.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.settings.SettingInForce.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ReadsSettingsTest {
    @TempDir
    Path folder;

    @Test
    void whatAFileSetIsToldWithTheFileAndWhatTheProgramBringsIsADefault() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "Config resource 'file [/etc/desk.properties]' via location 'file:/etc/'", file()));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "Config resource 'class path resource [application.properties]' via location 'optional:classpath:/'",
                        Map.of("server.port", "8480", "server.address", "127.0.0.1")));

        assertThat(new ReadsSettings().settingsInForce(environment).all())
                .contains(
                        new SettingInForce("kentongan.desk.demo", "true", Origin.SET, "/etc/desk.properties"),
                        new SettingInForce("kentongan.desk.small-team", "false", Origin.DEFAULT, ""),
                        new SettingInForce("server.port", "9000", Origin.SET, "/etc/desk.properties"),
                        new SettingInForce("server.address", "127.0.0.1", Origin.DEFAULT, ""),
                        new SettingInForce("server.forward-headers-strategy", null, Origin.NOT_SET, ""));
    }

    private Map<String, Object> file() throws IOException {
        Map<String, Object> file = new HashMap<>();
        file.put("kentongan.desk.database-url", "jdbc:postgresql://127.0.0.1:5432/kentongan");
        file.put("kentongan.desk.database-user", "desk");
        file.put(
                "kentongan.desk.database-password-file",
                Files.writeString(folder.resolve("password"), "x").toString());
        file.put("kentongan.desk.kafka-bootstrap", "127.0.0.1:9092");
        file.put("kentongan.desk.demo", "true");
        file.put("server.port", "9000");
        return file;
    }
}
