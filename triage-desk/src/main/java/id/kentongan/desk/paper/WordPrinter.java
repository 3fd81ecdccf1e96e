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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * Prints papers as DOCX, with the same words as the PDF. Every text is a run of its own and never markup; no field, link
 * or picture points anywhere, but for the page number in the foot.
 */
final class WordPrinter implements Printer {
    private static final String FONT = "Arial";
    /** The least that the Traffic Light Protocol asks for, in points. */
    private static final int LABEL_SIZE = 12;

    /** A4, margins and the widths of a fact's columns, in twentieths of a point. */
    private static final int SHORT_SIDE = 11906;

    private static final int LONG_SIDE = 16838;
    private static final int MARGIN = 1134;
    private static final int LABEL = 2700;
    private static final int COLON = 240;

    private final Office office;

    WordPrinter(Office office) {
        this.office = office;
    }

    @Override
    public byte[] print(Paper paper) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setCreator("Kentongan");
            document.getProperties().getCoreProperties().setTitle(Visible.text(paper.title()));
            Writing writing = new Writing(document, Sheet.wide(paper), paper.compact() ? 9 : 10);
            writing.page();
            writing.letterhead(office);
            writing.heading(paper);
            paper.parts().forEach(writing::part);
            writing.label(paper.label());
            writing.foot(paper.foot());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    /** One document while it is written. */
    private static final class Writing {
        private final XWPFDocument document;
        private final boolean wide;
        private final int size;

        Writing(XWPFDocument document, boolean wide, int size) {
            this.document = document;
            this.wide = wide;
            this.size = size;
        }

        private int width() {
            return (wide ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
        }

        void page() {
            CTSectPr section = document.getDocument().getBody().addNewSectPr();
            CTPageSz paper = section.addNewPgSz();
            paper.setW(BigInteger.valueOf(wide ? LONG_SIDE : SHORT_SIDE));
            paper.setH(BigInteger.valueOf(wide ? SHORT_SIDE : LONG_SIDE));
            paper.setOrient(wide ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
            CTPageMar margins = section.addNewPgMar();
            BigInteger margin = BigInteger.valueOf(MARGIN);
            margins.setLeft(margin);
            margins.setRight(margin);
            margins.setTop(margin);
            margins.setBottom(margin);
        }

        void letterhead(Office office) {
            line(office.government(), size + 2, true, ParagraphAlignment.CENTER);
            line(office.name(), size + 4, true, ParagraphAlignment.CENTER);
            line(office.address(), size - 1, false, ParagraphAlignment.CENTER);
            XWPFParagraph last = line(office.reach(), size - 1, false, ParagraphAlignment.CENTER);
            last.setBorderBottom(Borders.SINGLE);
            last.setSpacingAfter(160);
        }

        void heading(Paper paper) {
            if (!paper.heading().isEmpty()) {
                line(paper.title(), size + 4, true, ParagraphAlignment.CENTER).setSpacingAfter(120);
                facts(paper.heading());
            }
        }

        void part(Part part) {
            if (part instanceof Chapter chapter) {
                XWPFParagraph title = line(chapter.title(), size + 1, true, ParagraphAlignment.LEFT);
                title.setSpacingBefore(160);
                title.setKeepNext(true);
            } else if (part instanceof Facts facts) {
                facts(facts.facts());
            } else if (part instanceof Prose prose) {
                prose.text().lines().forEach(this::line);
            } else if (part instanceof Grid grid) {
                grid(grid);
            } else if (part instanceof Points points) {
                points(points.points());
            } else if (part instanceof LetterHead head) {
                letterHead(head);
            } else if (part instanceof Signatures signatures) {
                signatures(signatures.signatures());
            } else if (part instanceof NewPage) {
                document.createParagraph().createRun().addBreak(BreakType.PAGE);
            }
        }

        private void facts(List<Fact> facts) {
            XWPFTable table = document.createTable(facts.size(), 3);
            table.removeBorders();
            table.setWidth(width());
            for (int row = 0; row < facts.size(); row++) {
                cell(table, row, 0, facts.get(row).label(), false).setWidth(Integer.toString(LABEL));
                cell(table, row, 1, ":", false).setWidth(Integer.toString(COLON));
                cell(table, row, 2, facts.get(row).value(), false).setWidth(Integer.toString(width() - LABEL - COLON));
            }
        }

        private void grid(Grid grid) {
            int columns = grid.columns().size();
            XWPFTable table = document.createTable(grid.rows().size() + 1, columns);
            table.setWidth(width());
            table.getRow(0).setRepeatHeader(true);
            for (int column = 0; column < columns; column++) {
                cell(table, 0, column, grid.columns().get(column), true);
                for (int row = 0; row < grid.rows().size(); row++) {
                    cell(table, row + 1, column, grid.rows().get(row).get(column), false);
                }
            }
        }

        private void points(List<String> points) {
            for (int i = 0; i < points.size(); i++) {
                XWPFParagraph point = line((i + 1) + ". " + points.get(i));
                point.setIndentationLeft(360);
                point.setIndentationHanging(360);
            }
        }

        private void letterHead(LetterHead head) {
            line(head.placeAndDate(), size, false, ParagraphAlignment.RIGHT);
            facts(head.facts());
            line("");
            head.addressee().forEach(this::line);
            line("");
        }

        private void signatures(List<Signature> signatures) {
            line("");
            XWPFTable table = document.createTable(1, signatures.size());
            table.removeBorders();
            table.setWidth(width());
            for (int column = 0; column < signatures.size(); column++) {
                Signature signature = signatures.get(column);
                XWPFTableCell cell = cell(table, 0, column, signature.role(), false);
                into(cell, signature.post(), false);
                into(cell, "", false);
                into(cell, "", false);
                into(cell, signature.name(), true);
                into(cell, "NIP " + signature.nip(), false);
                if (signatures.size() > 1) {
                    into(cell, "Tanggal " + signature.date(), false);
                }
            }
        }

        void label(@Nullable Tlp label) {
            if (label != null) {
                XWPFParagraph head =
                        document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
                head.setAlignment(ParagraphAlignment.RIGHT);
                write(head, label.label(), LABEL_SIZE, true);
            }
        }

        void foot(String text) {
            XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
            write(foot, text + "   ", size - 3, false);
            foot.getCTP().addNewFldSimple().setInstr("PAGE");
        }

        private XWPFTableCell cell(XWPFTable table, int row, int column, String text, boolean bold) {
            XWPFTableCell cell = table.getRow(row).getCell(column);
            write(cell.getParagraphArray(0), text, size - 1, bold);
            return cell;
        }

        private void into(XWPFTableCell cell, String text, boolean bold) {
            write(cell.addParagraph(), text, size - 1, bold);
        }

        private XWPFParagraph line(String text) {
            return line(text, size, false, ParagraphAlignment.LEFT);
        }

        private XWPFParagraph line(String text, int points, boolean bold, ParagraphAlignment side) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setAlignment(side);
            write(paragraph, text, points, bold);
            return paragraph;
        }

        private static void write(XWPFParagraph paragraph, String text, int points, boolean bold) {
            paragraph.setSpacingAfter(40);
            XWPFRun run = paragraph.createRun();
            run.setFontFamily(FONT);
            run.setFontSize(points);
            run.setBold(bold);
            run.setText(Visible.text(text));
        }
    }
}
