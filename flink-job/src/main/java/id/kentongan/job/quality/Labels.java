package id.kentongan.job.quality;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * What was an attack, of one network: {@code NETWORK_alert_labels.csv.gz} and {@code attack_steps.csv}.
 *
 * @param byAlert phase and event of each labelled alert, empty where there is none
 * @param steps events that alerts of Wazuh or its IDS are labelled with
 */
record Labels(Map<String, Label> byAlert, Set<String> steps) {
    /** Endless from the first day on: counted in no figure. */
    private static final String FLOOD = "dnsteal";

    private static final Label NONE = new Label("", "");

    record Label(String phase, String event) {
        boolean isAttack() {
            return !phase.isEmpty() || !event.isEmpty();
        }
    }

    static Labels read(Path folder, String network) throws IOException {
        Map<String, Label> labels = new HashMap<>();
        Path file = folder.resolve(network + "_alert_labels.csv.gz");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", -1);
                String phase = fields[2].equals("false_positive") ? "" : fields[2];
                if (!fields[1].equals("aminer") && !(phase.isEmpty() && fields[3].isEmpty())) {
                    labels.put(fields[0], new Label(phase.intern(), fields[3].intern()));
                }
            }
        }
        return new Labels(labels, steps(folder, network));
    }

    private static Set<String> steps(Path folder, String network) throws IOException {
        Set<String> steps = new LinkedHashSet<>();
        for (String line : Files.readAllLines(folder.resolve("attack_steps.csv"))) {
            String[] fields = line.split(",", -1);
            if (fields[0].equals(network) && Integer.parseInt(fields[6]) + Integer.parseInt(fields[7]) > 0) {
                steps.add(fields[1]);
            }
        }
        return steps;
    }

    Label of(String alert) {
        return byAlert.getOrDefault(alert, NONE);
    }

    static boolean isFlood(String event) {
        return event.substring(event.lastIndexOf(':') + 1).equals(FLOOD);
    }

    /** Of a stream with several attacks an event reads {@code attack:step}. */
    static String attack(String event) {
        return event.contains(":") ? event.substring(0, event.indexOf(':')) : "";
    }
}
