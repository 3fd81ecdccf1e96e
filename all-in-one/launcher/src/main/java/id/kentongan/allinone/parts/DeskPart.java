package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.Input;
import id.kentongan.allinone.instance.OwnSettings;
import id.kentongan.allinone.instance.Port;
import id.kentongan.allinone.instance.Secret;
import id.kentongan.allinone.instance.SettingsFile;
import id.kentongan.allinone.part.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The triage desk. */
public final class DeskPart {
    static final String NAME = "desk";

    /** The first person on the desk, made when it has no people yet. */
    public static final String FIRST_PERSON = "analis";

    private static final Set<String> FIXED = Set.of(
            "server.port",
            "management.server.address",
            "management.server.port",
            "kentongan.desk.database-url",
            "kentongan.desk.database-user",
            "kentongan.desk.database-password-file",
            "kentongan.desk.kafka-bootstrap",
            "kentongan.desk.topic-prefix",
            "kentongan.desk.first-login-file",
            "kentongan.desk.demo");

    private final Instance instance;

    DeskPart(Instance instance) {
        this.instance = instance;
    }

    Part part() {
        Path settings =
                SettingsFile.write(instance.data(), NAME, OwnSettings.over(instance.data(), NAME, settings(), FIXED));
        return new Part(
                5,
                NAME,
                JavaCommand.withHeap(instance.data(), 256)
                        .startingFast()
                        .running(
                                instance.home().jar("triage-desk"),
                                "--spring.config.additional-location=file:" + settings),
                instance.data().log(NAME),
                HttpProbe.answersJson(
                        "http://" + instance.ports().address(Port.DESK_MANAGEMENT) + "/actuator/health",
                        it -> it.path("status").asText().equals("UP")),
                Duration.ofMinutes(2),
                "TERM",
                "http://" + instance.ports().address(Port.DESK));
    }

    private Map<String, String> settings() {
        boolean demo = instance.input().kind() == Input.Kind.DEMO;
        String alone = FIRST_PERSON + " " + instance.secrets().read(Secret.ANALYST) + "\n";
        Path firstLogin = instance.secrets().derive("first-login", demo ? DemoTeam.logins(instance.secrets()) : alone);
        Map<String, String> settings = new TreeMap<>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(instance.ports().of(Port.DESK)));
        settings.put("management.server.address", "127.0.0.1");
        settings.put("management.server.port", Integer.toString(instance.ports().of(Port.DESK_MANAGEMENT)));
        settings.put("kentongan.desk.database-url", new Databases(instance).url(Databases.KENTONGAN));
        settings.put("kentongan.desk.database-user", Databases.DESK);
        settings.put(
                "kentongan.desk.database-password-file",
                instance.secrets().file(Secret.DESK_DATABASE).toString());
        settings.put("kentongan.desk.kafka-bootstrap", instance.ports().address(Port.KAFKA));
        settings.put("kentongan.desk.topic-prefix", "");
        settings.put("kentongan.desk.first-login-file", firstLogin.toString());
        settings.put("kentongan.desk.time-zone", "Asia/Jakarta");
        settings.put("kentongan.desk.demo", Boolean.toString(demo));
        if (demo) {
            Path office = SettingsFile.write(instance.data(), "desk-office", DemoTeam.office());
            settings.put("kentongan.desk.office-file", office.toString());
        }
        return settings;
    }
}
