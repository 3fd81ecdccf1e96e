package id.kentongan.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PackTest {
    private static final Path ROOT = Path.of(System.getProperty("kentongan.root", "."));
    private static final Path MODULE = ROOT.resolve("wazuh-integration");

    @Test
    void everyFileIsWellFormed() throws Exception {
        List<Path> files = List.of(
                MODULE.resolve("hook/ossec-integration.xml"),
                MODULE.resolve("wazuh-pack/rules/kentongan_rules.xml"),
                MODULE.resolve("wazuh-pack/decoders/kentongan_decoders.xml"),
                MODULE.resolve("wazuh-pack/web-pemda/agent.conf"));

        for (Path file : files) {
            assertThat(parse(file).getDocumentElement()).as(file.toString()).isNotNull();
        }
    }

    @Test
    void idsAreOursAndEveryParentExistsAndComesFirst() throws Exception {
        Set<String> known = stockIds();
        for (Element rule : rules()) {
            String id = rule.getAttribute("id");
            assertThat(Integer.parseInt(id)).isBetween(100_110, 100_119);
            for (String parent : text(rule, "if_sid").split(",", -1)) {
                assertThat(known).as("parent of %s", id).contains(parent.strip());
            }
            assertThat(known.add(id)).as("%s is new", id).isTrue();
        }
        assertThat(known).contains("100112", "100113");
    }

    @ParameterizedTest
    @CsvSource({
        "100110, /slot-gacor/index.html, true",
        "100110, /berita?q=togel, true",
        "100110, /timeslot/jadwal, false",
        "100110, /galeri/foto-toko.html, false",
        "100112, /wp-admin/async-upload.php, true",
        "100112, /wp-content/plugins/galeri/upload.php, true",
        "100112, /berita?kembali=/upload, false",
        "100112, /layanan/kirim, false",
        "100113, /wp-content/uploads/2026/11/a.php, true",
        "100113, /wp-content/uploads/a.PHTML?c=id, true",
        "100113, /images/x.php/y, true",
        "100113, /wp-content/uploads/a.jpg, false",
        "100113, /wp-content/plugins/galeri/upload.php, false",
        "100113, /uploads/a.phpx, false",
        "100113, /index.php?f=/uploads/a.php, false"
    })
    void urlPatternsMatchWhatTheyShould(String id, String url, boolean matches) throws Exception {
        Element rule = rules().stream()
                .filter(each -> each.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();

        assertThat(Pattern.compile(text(rule, "url")).matcher(url).find()).isEqualTo(matches);
    }

    @Test
    void decoderTakesAllEightFieldsOutOfItsLogFormat() throws Exception {
        Element decoder = (Element) parse(MODULE.resolve("wazuh-pack/decoders/kentongan_decoders.xml"))
                .getElementsByTagName("decoder")
                .item(1);
        Matcher line = Pattern.compile(text(decoder, "regex"))
                .matcher("203.0.113.7 - - [02/Nov/2026:08:00:00 +0700] \"GET /a?b=c HTTP/1.1\" 200 512 "
                        + "\"https://ref.example/\" \"Mozilla/5.0 (X11)\" \"dinkes.example\" \"198.51.100.9\"");

        assertThat(line.find()).isTrue();
        assertThat(line.groupCount()).isEqualTo(text(decoder, "order").split(",", -1).length);
        assertThat(line.group(3)).isEqualTo("/a?b=c");
        assertThat(line.group(8)).isEqualTo("198.51.100.9");
    }

    @Test
    void integrationBlockAsksForJsonAndHasNoSpaces() throws Exception {
        Element block = parse(MODULE.resolve("hook/ossec-integration.xml")).getDocumentElement();

        assertThat(text(block, "alert_format")).isEqualTo("json");
        assertThat(text(block, "name")).isEqualTo("custom-kentongan");
        assertThat(text(block, "hook_url")).startsWith("/").doesNotContain(" ");
    }

    private static List<Element> rules() throws Exception {
        NodeList all =
                parse(MODULE.resolve("wazuh-pack/rules/kentongan_rules.xml")).getElementsByTagName("rule");
        List<Element> rules = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            rules.add((Element) all.item(i));
        }
        return rules;
    }

    /** Wazuh's files may have several roots. */
    private static Document parse(Path file) throws Exception {
        String wrapped = "<file>" + Files.readString(file) + "</file>";
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(wrapped.getBytes(StandardCharsets.UTF_8)));
        return document;
    }

    private static Set<String> stockIds() throws IOException {
        Path table = ROOT.resolve("../shared/data/wazuh-ruleset/rules-4.14.7.csv");
        assumeTrue(Files.exists(table), "the stock rule table is not beside the checkout");
        Set<String> ids = new HashSet<>();
        for (String line : Files.readAllLines(table)) {
            ids.add(line.split(",", 2)[0]);
        }
        return ids;
    }

    private static String text(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent();
    }
}
