package id.kentongan.scenario.alert;

import id.kentongan.scenario.office.WorkingHours;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The rest of an alert, in Wazuh's order. */
final class Body {
    private static final DateTimeFormatter SYSLOG =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ENGLISH).withZone(WorkingHours.ZONE);

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** A line with a syslog head: the pre-decoder takes the head apart. */
    static Body syslog(Instant at, String host, String program, String message) {
        String time = SYSLOG.format(at);
        String name = program.contains("[") ? program.substring(0, program.indexOf('[')) : program;
        Body body = log(time + " " + host + " " + program + ": " + message);
        body.fields.put("predecoder", fields("program_name", name, "timestamp", time, "hostname", host));
        return body;
    }

    static Body log(String fullLog) {
        Body body = new Body();
        body.fields.put("full_log", fullLog);
        return body;
    }

    /** For rules with no_full_log. */
    static Body withoutLog() {
        return new Body();
    }

    Body decoder(String name) {
        fields.put("decoder", fields("name", name));
        return this;
    }

    Body decoder(String parent, String name) {
        fields.put("decoder", fields("parent", parent, "name", name));
        return this;
    }

    Body with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    Body data(String... namesAndValues) {
        return with("data", fields(namesAndValues));
    }

    Map<String, Object> at(String location) {
        fields.put("location", location);
        return fields;
    }

    static Map<String, Object> fields(String... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
