package id.kentongan.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kentongan.scenario.alert.AlertFile;
import id.kentongan.scenario.attack.Truth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A scenario in memory: its text, its alerts read back, its truth. */
record Written(String text, List<JsonNode> alerts, List<Truth> truth) {
    static final Instant START = Instant.parse("2026-11-01T17:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Written of(long seed, int days, int agents, int rate) {
        Days scenario = new Days(new Days.Size(seed, START, days, agents, rate));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<JsonNode> alerts = new ArrayList<>();
        try (AlertFile file = new AlertFile(out)) {
            scenario.writeTo(file);
            for (String line : out.toString(StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isEmpty()) {
                    alerts.add(JSON.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(out.toString(StandardCharsets.UTF_8), alerts, scenario.truth());
    }
}
