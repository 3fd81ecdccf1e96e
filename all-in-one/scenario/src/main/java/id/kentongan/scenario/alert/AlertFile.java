package id.kentongan.scenario.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.Office;
import id.kentongan.scenario.office.WorkingHours;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes alerts one per line in the order they come: the caller gives them in order of time. Closes its stream. */
public final class AlertFile implements Closeable {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX", Locale.ROOT);
    private static final int MAIL_LEVEL = 12;

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
    private final JsonFactory json = new ObjectMapper().getFactory();
    private final Map<Rule, Integer> fired = new EnumMap<>(Rule.class);
    private long written;

    public AlertFile(OutputStream out) {
        this.out = out;
    }

    public void write(Alert alert) throws IOException {
        line.reset();
        try (JsonGenerator object = json.createGenerator(line)) {
            object.writeStartObject();
            ZonedDateTime at = alert.at().atZone(WorkingHours.ZONE);
            object.writeStringField("timestamp", TIMESTAMP.format(at));
            writeRule(object, alert);
            writeAgent(object, alert.agent());
            object.writePOJOField("manager", Map.of("name", Office.MANAGER));
            object.writeStringField("id", alert.at().getEpochSecond() + "." + written);
            object.writeObjectFieldStart("cluster");
            object.writeStringField("name", Office.CLUSTER);
            object.writeStringField("node", Office.NODE);
            object.writeEndObject();
            for (Map.Entry<String, Object> entry : alert.body().entrySet()) {
                object.writePOJOField(entry.getKey(), entry.getValue());
            }
            object.writeEndObject();
        }
        line.write('\n');
        line.writeTo(out);
        written += line.size();
    }

    private void writeRule(JsonGenerator object, Alert alert) throws IOException {
        Rule rule = alert.rule();
        object.writeObjectFieldStart("rule");
        object.writeNumberField("level", rule.level());
        object.writeStringField("description", alert.description());
        object.writeStringField("id", rule.id());
        if (!rule.techniques().isEmpty()) {
            writeMitre(object, rule);
        }
        if (rule.frequency() > 0) {
            object.writeNumberField("frequency", rule.frequency());
        }
        object.writeNumberField("firedtimes", fired.merge(rule, 1, Integer::sum));
        object.writeBooleanField("mail", rule.level() >= MAIL_LEVEL);
        writeNames(object, "groups", rule.groups());
        object.writeEndObject();
    }

    private static void writeMitre(JsonGenerator object, Rule rule) throws IOException {
        Set<String> tactics = new LinkedHashSet<>();
        rule.techniques().forEach(technique -> tactics.addAll(technique.tactics()));
        object.writeObjectFieldStart("mitre");
        writeNames(object, "id", rule.techniqueIds());
        writeNames(object, "tactic", tactics);
        writeNames(
                object,
                "technique",
                rule.techniques().stream().map(Technique::title).toList());
        object.writeEndObject();
    }

    private static void writeAgent(JsonGenerator object, Agent agent) throws IOException {
        object.writeObjectFieldStart("agent");
        object.writeStringField("id", agent.id());
        object.writeStringField("name", agent.name());
        if (agent.ip() != null) {
            object.writeStringField("ip", agent.ip());
        }
        object.writeEndObject();
    }

    private static void writeNames(JsonGenerator object, String field, Collection<String> names) throws IOException {
        object.writeArrayFieldStart(field);
        for (String name : names) {
            object.writeString(name);
        }
        object.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
