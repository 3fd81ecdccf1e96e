package id.kentongan.forwarder.install;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of ossec.conf. It is edited as text, since it is no proper XML: several roots, no prolog, characters that
 * only Wazuh's own reader takes. All but our block stays as it is, byte for byte.
 */
final class OssecConf {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?(-->|\\z)", Pattern.DOTALL);
    private static final Pattern BLOCK =
            Pattern.compile("<integration\\b[^>]*>(.*?)</integration\\s*>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<([a-z_]+)>(.*?)</\\1\\s*>", Pattern.DOTALL);
    private static final Pattern ROOT_END = Pattern.compile("</ossec_config\\s*>");
    private static final Pattern ALERT_LEVEL = Pattern.compile("<log_alert_level>\\s*(\\d+)\\s*</log_alert_level\\s*>");
    private static final String USUAL_LEVEL = "3";
    private static final String COMMENT_LINE = "<!-- Kentongan: stays before every block without JSON. -->";

    private final String text;
    private final String plain;

    /** One character a byte, so that what is written is what was read. */
    OssecConf(String text) {
        this.text = text;
        this.plain = COMMENT.matcher(text).replaceAll(comment -> blank(comment));
    }

    private static String blank(MatchResult comment) {
        return " ".repeat(comment.group().length());
    }

    String text() {
        return text;
    }

    /** In the order in which the daemon serves them; what is commented out is not among them. */
    List<IntegrationBlock> blocks() {
        List<IntegrationBlock> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(plain);
        while (block.find()) {
            Map<String, String> fields = new HashMap<>();
            Matcher field = FIELD.matcher(block.group(1));
            while (field.find()) {
                fields.put(field.group(1), field.group(2).strip());
            }
            blocks.add(new IntegrationBlock(block.start(), block.end(), fields));
        }
        return blocks;
    }

    Optional<IntegrationBlock> ours() {
        return blocks().stream().filter(IntegrationBlock::ours).findFirst();
    }

    /** Exactly one block of ours, with JSON, and no block without JSON before it. */
    boolean inOrder() {
        List<IntegrationBlock> blocks = blocks();
        long many = blocks.stream().filter(IntegrationBlock::ours).count();
        return many == 1
                && blocks.stream().takeWhile(block -> !block.ours()).allMatch(IntegrationBlock::json)
                && blocks.stream().filter(IntegrationBlock::ours).allMatch(IntegrationBlock::json);
    }

    /** The least level that Wazuh writes to alerts.json at all. */
    String alertLevel() {
        Matcher level = ALERT_LEVEL.matcher(plain);
        String last = USUAL_LEVEL;
        while (level.find()) {
            last = level.group(1);
        }
        return last;
    }

    /** With our block before all others; empty where there is no root to put it into. */
    Optional<OssecConf> withOurs(String hookUrl) {
        OssecConf bare = withoutOurs();
        Matcher root = ROOT_END.matcher(bare.plain);
        List<IntegrationBlock> others = bare.blocks();
        int at = others.isEmpty()
                ? (root.find() ? root.start() : -1)
                : others.get(0).start();
        if (at < 0) {
            return Optional.empty();
        }
        int line = bare.lineStart(at);
        String indent = others.isEmpty() ? "  " : bare.text.substring(line, at);
        return Optional.of(new OssecConf(
                bare.text.substring(0, line) + block(indent, hookUrl, lineEnd()) + bare.text.substring(line)));
    }

    /** Without any block of ours; what was put in by {@link #withOurs} leaves nothing behind. */
    OssecConf withoutOurs() {
        Optional<IntegrationBlock> ours = ours();
        if (ours.isEmpty()) {
            return this;
        }
        int start = lineStart(ours.get().start());
        int end = ours.get().end();
        String indent = text.substring(start, ours.get().start());
        String comment = indent + COMMENT_LINE + lineEnd();
        if (text.startsWith(comment, start - comment.length())) {
            start -= comment.length();
        }
        if (text.startsWith(lineEnd(), end)) {
            end += lineEnd().length();
        }
        return new OssecConf(text.substring(0, start) + text.substring(end)).withoutOurs();
    }

    private static String block(String indent, String hookUrl, String lineEnd) {
        return List.of(
                        COMMENT_LINE,
                        "<integration>",
                        "  <name>custom-kentongan</name>",
                        "  <hook_url>" + hookUrl + "</hook_url>",
                        "  <alert_format>json</alert_format>",
                        "</integration>")
                .stream()
                .map(line -> indent + line + lineEnd)
                .collect(java.util.stream.Collectors.joining());
    }

    /** Of the line of {@code at} if only blanks stand before it there, else {@code at} itself. */
    private int lineStart(int at) {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        return text.substring(line, at).isBlank() ? line : at;
    }

    private String lineEnd() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
