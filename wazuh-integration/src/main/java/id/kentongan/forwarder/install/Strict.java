package id.kentongan.forwarder.install;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Whether a proper XML reader takes it, roots put into one; nothing outside the text is ever read. */
final class Strict {
    private Strict() {}

    static boolean reads(OssecConf conf) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder reader = factory.newDocumentBuilder();
            reader.setErrorHandler(null);
            String text = "<all>" + conf.text().replaceFirst("\\A\\s*<\\?xml[^>]*\\?>", "") + "</all>";
            return reader.parse(new InputSource(new StringReader(text))).hasChildNodes();
        } catch (SAXException e) {
            return false;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("expected an XML reader with entities off in the JDK, got none", e);
        }
    }
}
