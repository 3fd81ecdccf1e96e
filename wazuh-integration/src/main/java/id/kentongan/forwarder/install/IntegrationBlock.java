package id.kentongan.forwarder.install;

import java.util.Map;

/**
 * One integration block of ossec.conf.
 *
 * @param start index of its opening tag
 * @param end index behind its closing tag
 * @param fields its elements, trimmed
 */
record IntegrationBlock(int start, int end, Map<String, String> fields) {
    IntegrationBlock {
        fields = Map.copyOf(fields);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean ours() {
        return field("name").equals("custom-kentongan");
    }

    /** A block without JSON changes the alert in memory for all blocks behind it. */
    boolean json() {
        return field("alert_format").startsWith("json");
    }
}
