package id.kentongan.bench.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of words in columns as wide as their widest word: plain text that is Markdown too. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** As many words as there are headings. */
    public Table row(String... words) {
        if (words.length != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    "expected " + rows.get(0).size() + " words in a row, got " + words.length);
        }
        rows.add(List.of(words));
        return this;
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder drawn = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            draw(drawn, rows.get(row), widths);
            if (row == 0) {
                for (int width : widths) {
                    drawn.append('|').append("-".repeat(width + 2));
                }
                drawn.append("|\n");
            }
        }
        return drawn.toString();
    }

    private static void draw(StringBuilder drawn, List<String> words, int[] widths) {
        for (int column = 0; column < widths.length; column++) {
            String word = words.get(column);
            drawn.append("| ")
                    .append(word)
                    .append(" ".repeat(widths[column] - word.length()))
                    .append(' ');
        }
        drawn.append("|\n");
    }
}
