package id.kentongan.desk.paper;

import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Prints papers as PDF/A-2 with embedded fonts. Fetches nothing: whatever a document points to stays unread. */
final class PdfPrinter implements Printer {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final FSStreamFactory CLOSED = url -> {
        throw new IllegalStateException("a document asked for " + url);
    };

    private final Office office;
    private final String style;

    PdfPrinter(Office office) {
        this.office = office;
        this.style = new String(resource("/paper/paper.css"), StandardCharsets.UTF_8);
        XRLog.setLoggingEnabled(false);
    }

    @Override
    public byte[] print(Paper paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((base, uri) -> null);
        builder.useProtocolsStreamImplementation(CLOSED, "http", "https", "file", "jar", "ftp", "data");
        font(builder, "DejaVuSansCondensed.ttf", "paper", 400);
        font(builder, "DejaVuSansCondensed-Bold.ttf", "paper", 700);
        builder.withProducer("Kentongan");
        builder.withW3cDocument(Sheet.of(paper, office, style), null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> open(FONTS + file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String name) {
        InputStream found = PdfPrinter.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException("expected " + name + " on the class path");
        }
        return found;
    }

    private static byte[] resource(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
