package id.kentongan.desk.records;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values that a spreadsheet shows and never calculates. */
final class Csv {
    private Csv() {}

    static String of(List<String> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder("\ufeff").append(line(columns));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A cell that begins like a formula gets an apostrophe in front. */
    private static String cell(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        String harmless = plain.matches("(?s)\\s*[=+\\-@|%].*") ? "'" + plain : plain;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
