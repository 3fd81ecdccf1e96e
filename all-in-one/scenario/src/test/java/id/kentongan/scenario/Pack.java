package id.kentongan.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Our own Wazuh rules, read from the pack. */
final class Pack {
    private Pack() {}

    static Map<String, Map<String, String>> rules() throws Exception {
        Map<String, Map<String, String>> rules = new HashMap<>();
        Document document = document();
        String outer = document.getDocumentElement().getAttribute("name");
        NodeList all = document.getElementsByTagName("rule");
        for (int i = 0; i < all.getLength(); i++) {
            Element rule = (Element) all.item(i);
            List<String> groups = new ArrayList<>();
            for (String name : (outer + text(rule, "group")).split(",", -1)) {
                if (!name.isBlank()) {
                    groups.add(name.strip());
                }
            }
            rules.put(
                    rule.getAttribute("id"),
                    Map.of(
                            "level", rule.getAttribute("level"),
                            "groups", String.join(";", groups),
                            "mitre", text(rule, "mitre").strip(),
                            "description", text(rule, "description")));
        }
        return rules;
    }

    static Pattern url(String id) throws Exception {
        NodeList all = document().getElementsByTagName("rule");
        for (int i = 0; i < all.getLength(); i++) {
            Element rule = (Element) all.item(i);
            if (rule.getAttribute("id").equals(id)) {
                return Pattern.compile(text(rule, "url"));
            }
        }
        throw new IllegalArgumentException("the pack has no rule " + id);
    }

    /** A description with its variables open, as a pattern. */
    static String expanded(String description) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (int at = description.indexOf("$("); at >= 0; at = description.indexOf("$(", from)) {
            pattern.append(Pattern.quote(description.substring(from, at))).append(".*");
            from = description.indexOf(')', at) + 1;
        }
        return pattern.append(Pattern.quote(description.substring(from))).toString();
    }

    private static Document document() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Shared.ROOT
                        .resolve("wazuh-integration/wazuh-pack/rules/kentongan_rules.xml")
                        .toFile());
    }

    private static String text(Element rule, String tag) {
        NodeList found = rule.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
