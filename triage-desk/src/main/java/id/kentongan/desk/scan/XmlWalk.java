package id.kentongan.desk.scan;

import id.kentongan.desk.scan.ReportRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Leads through XML, event by event. Reads UTF-8 whatever the file declares, knows no entities and fetches nothing. */
final class XmlWalk {
    private static final XMLInputFactory FACTORY = factory();

    private final Visitor visitor;
    private final StringBuilder path = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private int depth;

    private XmlWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    static void walk(byte[] report, Visitor visitor) throws ReportRefused {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(
                    new InputStreamReader(new ByteArrayInputStream(report), StandardCharsets.UTF_8));
            new XmlWalk(visitor).walk(reader);
        } catch (XMLStreamException fault) {
            throw new ReportRefused(Reason.MALFORMED, fault);
        }
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException, ReportRefused {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open(reader);
                case XMLStreamConstants.END_ELEMENT -> close(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> read(reader);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new ReportRefused(Reason.DOCTYPE);
                default -> {}
            }
        }
    }

    private void open(XMLStreamReader reader) throws ReportRefused {
        tell();
        path.append('/').append(reader.getLocalName());
        if (++depth > Limits.DEPTH || path.length() > Limits.PATH) {
            throw new ReportRefused(Reason.BEYOND_LIMITS);
        }
        String here = path.toString();
        visitor.open(here);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = here + "@" + reader.getAttributeLocalName(i);
            if (visitor.wants(attribute)) {
                visitor.text(attribute, reader.getAttributeValue(i));
            }
        }
    }

    private void close(XMLStreamReader reader) throws ReportRefused {
        tell();
        visitor.close(path.toString());
        depth--;
        path.setLength(path.length() - reader.getLocalName().length() - 1);
    }

    private void read(XMLStreamReader reader) throws ReportRefused {
        if (!visitor.wants(path.toString())) {
            return;
        }
        if (text.length() + reader.getTextLength() > Limits.TEXT) {
            throw new ReportRefused(Reason.BEYOND_LIMITS);
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    /** An element's text ends where it closes or where another begins inside it. */
    private void tell() {
        String written = text.toString().strip();
        text.setLength(0);
        if (!written.isEmpty()) {
            visitor.text(path.toString(), written);
        }
    }

    /** The JDK's own parser, whichever others lie on the class path: its limits and switches are known. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
