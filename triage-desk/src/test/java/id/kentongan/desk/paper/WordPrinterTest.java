package id.kentongan.desk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.paper.Paper.Chapter;
import id.kentongan.desk.paper.Paper.Fact;
import id.kentongan.desk.paper.Paper.Facts;
import id.kentongan.desk.paper.Paper.Grid;
import id.kentongan.desk.paper.Paper.LetterHead;
import id.kentongan.desk.paper.Paper.NewPage;
import id.kentongan.desk.paper.Paper.Points;
import id.kentongan.desk.paper.Paper.Prose;
import id.kentongan.desk.paper.Paper.Signature;
import id.kentongan.desk.paper.Paper.Signatures;
import id.kentongan.desk.trial.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class WordPrinterTest {
    private static final String FOOT = "Kaki";

    @Test
    void itHasTheSameWordsAsThePdf() throws IOException {
        Paper paper = everyPart("biasa saja");

        assertThat(letters(words(word(paper)))).isEqualTo(letters(pdf(paper)));
        assertThat(files(word(paper)).get("word/header1.xml")).contains("TLP:GREEN");
    }

    @Test
    void whatAnAttackerWroteIsTextInItAndNothingPointsOutside() throws IOException {
        byte[] word =
                word(everyPart(Samples.HOSTILE + " http://198.51.100.1/a.dtd {HYPERLINK \"x\"} =cmd|'/c calc'!A1"));

        assertThat(words(word)).contains("<script>alert(1)</script>", "[U+202E]gnp.exe", "[U+0007]", "=cmd|");
        files(word).forEach((name, content) -> {
            if (name.endsWith(".rels")) {
                assertThat(content).doesNotContain("External");
            }
            assertThat(content).as(name).doesNotContain("<w:hyperlink", "<!DOCTYPE", "<script>");
        });
        assertThat(files(word).get("word/document.xml")).doesNotContain("w:instr");
    }

    private static Paper everyPart(String text) {
        return new Paper(
                "percobaan",
                "LAPORAN",
                false,
                List.of(new Fact("Kasus", "KTG-2026-000001 " + text)),
                List.of(
                        new Chapter("A. Umum"),
                        new Facts(List.of(new Fact("Nomor", text), new Fact("Kosong", ""))),
                        new Prose("Baris satu\nBaris dua " + text),
                        new Grid(List.of("Waktu", "Kejadian"), List.of(List.of("pagi", text), List.of("", "b"))),
                        new Grid(List.of("Tanpa baris"), List.of()),
                        new LetterHead("Contoh, 1 Mei 2026", List.of(new Fact("Hal", text)), List.of("Yth. Kepala")),
                        new Points(List.of("pertama", text)),
                        new NewPage(),
                        new Signatures(List.of(
                                new Signature("Disusun oleh", "Analis", "ani", "", "1 Mei"),
                                new Signature("Disahkan oleh", "", "eka", "19800101", "")))),
                Tlp.GREEN,
                FOOT);
    }

    private static byte[] word(Paper paper) throws IOException {
        return new WordPrinter(TrialPress.office()).print(paper);
    }

    /** Without label, foot and page number, which a word processor makes. */
    private static String pdf(Paper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(TrialPress.print(paper))) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace(FOOT, "")
                    .replace(Tlp.GREEN.label(), "")
                    .replaceAll("\\d+ / \\d+", "")
                    .replace("\u200b", "");
        }
    }

    private static String words(byte[] word) throws IOException {
        List<String> texts = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    texts.add(paragraph.getText());
                } else if (element instanceof XWPFTable table) {
                    texts.add(table.getText());
                }
            }
        }
        return String.join("\n", texts);
    }

    /** How often each letter stands there: lines may break elsewhere, and cells follow each other otherwise. */
    private static Map<String, Long> letters(String text) {
        Map<String, Long> letters = new TreeMap<>();
        text.codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .forEach(point -> letters.merge(Character.toString(point), 1L, Long::sum));
        return letters;
    }

    private static Map<String, String> files(byte[] word) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(word))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
