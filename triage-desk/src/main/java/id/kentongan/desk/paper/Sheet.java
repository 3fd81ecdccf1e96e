package id.kentongan.desk.paper;

import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.paper.Paper.Chapter;
import id.kentongan.desk.paper.Paper.Fact;
import id.kentongan.desk.paper.Paper.Facts;
import id.kentongan.desk.paper.Paper.Grid;
import id.kentongan.desk.paper.Paper.LetterHead;
import id.kentongan.desk.paper.Paper.NewPage;
import id.kentongan.desk.paper.Paper.Part;
import id.kentongan.desk.paper.Paper.Points;
import id.kentongan.desk.paper.Paper.Prose;
import id.kentongan.desk.paper.Paper.Signature;
import id.kentongan.desk.paper.Paper.Signatures;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A paper as a tree of elements for the press. Built node by node and never from text, so that nothing in an alert can
 * become markup; nothing in it points to anything outside.
 */
final class Sheet {
    private static final String WIDE = "@page { size: A4 landscape; margin: 14mm 14mm 18mm 14mm; }";

    private final Document tree;
    private final Element body;

    private Sheet(Document tree, Element body) {
        this.tree = tree;
        this.body = body;
    }

    static Document of(Paper paper, Office office, String style) {
        Document tree = empty();
        Element html = tree.createElement("html");
        html.setAttribute("lang", "id");
        tree.appendChild(html);
        Sheet sheet = new Sheet(tree, tree.createElement("body"));
        Element head = sheet.add(html, "head", "");
        sheet.put(head, "title", "", paper.title());
        sheet.put(head, "style", "", wide(paper) ? style + WIDE : style);
        html.appendChild(sheet.body);
        sheet.fill(paper, office);
        return tree;
    }

    private void fill(Paper paper, Office office) {
        put(body, "div", "foot", paper.foot());
        Tlp label = paper.label();
        if (label != null) {
            put(body, "div", "tlp", label.label());
        }
        if (paper.compact()) {
            body.setAttribute("class", "compact");
        }
        letterhead(office);
        if (!paper.heading().isEmpty()) {
            put(body, "h1", "", paper.title());
            facts(paper.heading(), "heading");
        }
        paper.parts().forEach(this::part);
    }

    /** A table of many columns wants the page on its side. */
    static boolean wide(Paper paper) {
        return paper.parts().stream()
                .anyMatch(part -> part instanceof Grid grid && grid.columns().size() > 8);
    }

    private void letterhead(Office office) {
        Element kop = add(body, "div", "kop");
        put(kop, "div", "government", office.government());
        put(kop, "div", "office", office.name());
        put(kop, "div", "address", office.address());
        put(kop, "div", "address", office.reach());
    }

    private void part(Part part) {
        if (part instanceof Chapter chapter) {
            put(body, "h2", "", chapter.title());
        } else if (part instanceof Facts facts) {
            facts(facts.facts(), "facts");
        } else if (part instanceof Prose prose) {
            prose.text().lines().forEach(line -> put(body, "p", "", line));
        } else if (part instanceof Grid grid) {
            grid(grid);
        } else if (part instanceof Points points) {
            Element list = add(body, "ol", "");
            points.points().forEach(point -> put(list, "li", "", point));
        } else if (part instanceof LetterHead head) {
            letterHead(head);
        } else if (part instanceof Signatures signatures) {
            signatures(signatures.signatures());
        } else if (part instanceof NewPage) {
            add(body, "div", "new-page");
        }
    }

    private void facts(List<Fact> facts, String kind) {
        Element table = add(body, "table", kind);
        for (Fact fact : facts) {
            Element row = add(table, "tr", "");
            put(row, "td", "label", fact.label());
            put(row, "td", "colon", ":");
            put(row, "td", "value", fact.value());
        }
    }

    private void grid(Grid grid) {
        Element table = add(body, "table", "grid");
        Element head = add(add(table, "thead", ""), "tr", "");
        grid.columns().forEach(column -> put(head, "th", "", column));
        Element rows = add(table, "tbody", "");
        for (List<String> cells : grid.rows()) {
            Element row = add(rows, "tr", "");
            cells.forEach(cell -> put(row, "td", "", cell));
        }
    }

    private void letterHead(LetterHead head) {
        put(body, "div", "dated", head.placeAndDate());
        facts(head.facts(), "numbers");
        Element to = add(body, "div", "addressee");
        head.addressee().forEach(line -> put(to, "div", "", line));
    }

    private void signatures(List<Signature> signatures) {
        Element table = add(body, "table", signatures.size() == 1 ? "signatures one" : "signatures");
        Element row = add(table, "tr", "");
        for (Signature signature : signatures) {
            Element cell = add(row, "td", "");
            put(cell, "div", "", signature.role());
            put(cell, "div", "", signature.post());
            put(cell, "div", "space", "");
            put(cell, "div", "name", signature.name());
            put(cell, "div", "", "NIP " + signature.nip());
            if (signatures.size() > 1) {
                put(cell, "div", "", "Tanggal " + signature.date());
            }
        }
    }

    private Element add(Element parent, String tag, String kind) {
        Element element = tree.createElement(tag);
        if (!kind.isEmpty()) {
            element.setAttribute("class", kind);
        }
        parent.appendChild(element);
        return element;
    }

    private void put(Element parent, String tag, String kind, String text) {
        add(parent, tag, kind)
                .appendChild(tree.createTextNode(tag.equals("style") ? text : breakable(Visible.text(text))));
    }

    /** Long words of logs get places at which a line may end; the page would be left otherwise. */
    private static String breakable(String text) {
        return Stream.of(text.split("(?<= )"))
                .map(word -> word.length() > 40 ? word.replaceAll("(.{24})", "$1\u200b") : word)
                .reduce("", String::concat);
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException fault) {
            throw new IllegalStateException("expected an XML tree from the JDK", fault);
        }
    }
}
