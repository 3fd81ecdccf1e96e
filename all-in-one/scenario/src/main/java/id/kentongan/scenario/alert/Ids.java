package id.kentongan.scenario.alert;

import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.WorkingHours;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Suricata, by eve.json (86601) and by fast.log (20101, 20152). */
public final class Ids {
    private static final DateTimeFormatter EVE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXX", Locale.ROOT)
            .withZone(WorkingHours.ZONE);
    private static final DateTimeFormatter FAST = DateTimeFormatter.ofPattern("MM/dd/yyyy-HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(WorkingHours.ZONE);

    private Ids() {}

    /** What Suricata saw. */
    public enum Signature {
        SSH_SCAN("2001219", "ET SCAN Potential SSH Scan", "Attempted Information Leak", 2),
        WEB_SQL("2006446", "ET WEB_SERVER Possible SQL Injection Attempt UNION SELECT", "Web Application Attack", 1),
        WEB_SHELL("2011768", "ET WEB_SERVER PHP tags in HTTP POST", "Web Application Attack", 1),
        TLS_RECORD("2230010", "SURICATA TLS invalid record/traffic", "Generic Protocol Command Decode", 3),
        STREAM("2210054", "SURICATA STREAM excessive retransmissions", "Generic Protocol Command Decode", 3);

        private final String id;
        private final String text;
        private final String category;
        private final int severity;

        Signature(String id, String text, String category, int severity) {
            this.id = id;
            this.text = text;
            this.category = category;
            this.severity = severity;
        }
    }

    /** 86601. */
    public static Alert eve(Instant at, Agent agent, Signature signature, String sourceIp, int port, int targetPort) {
        Map<String, Object> data = Body.fields(
                "timestamp",
                EVE.format(at),
                "flow_id",
                Integer.toUnsignedString(at.hashCode()) + "1077.000000",
                "in_iface",
                "ens18",
                "event_type",
                "alert",
                "src_ip",
                sourceIp,
                "src_port",
                Integer.toString(port),
                "dest_ip",
                "" + agent.ip(),
                "dest_port",
                Integer.toString(targetPort),
                "proto",
                "TCP");
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("action", "allowed");
        seen.put("gid", "1");
        seen.put("signature_id", signature.id);
        seen.put("rev", "1");
        seen.put("signature", signature.text);
        seen.put("category", signature.category);
        seen.put("severity", Integer.toString(signature.severity));
        data.put("alert", seen);
        return new Alert(
                        at,
                        Rule.SURICATA,
                        agent,
                        Body.withoutLog().decoder("json").with("data", data).at("/var/log/suricata/eve.json"))
                .described("alert.signature", signature.text);
    }

    /** 20101. */
    public static Alert fast(Instant at, Agent agent, Signature signature, String sourceIp, int port, int targetPort) {
        String target = agent.ip() + ":" + targetPort;
        String time = FAST.format(at);
        String line = time + "  [**] [1:" + signature.id + ":1] " + signature.text + " [**] [Classification: "
                + signature.category + "] [Priority: " + signature.severity + "] {TCP} " + sourceIp + ":" + port
                + " -> "
                + target;
        return new Alert(
                at,
                Rule.IDS_EVENT,
                agent,
                Body.log(line)
                        .with("predecoder", Body.fields("timestamp", time))
                        .decoder("snort", "snort")
                        .data("srcip", sourceIp, "dstip", target, "id", "1:" + signature.id + ":1")
                        .at("/var/log/suricata/fast.log"));
    }
}
