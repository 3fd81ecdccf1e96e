package id.kentongan.allinone.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of words in columns as wide as their widest word. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    public Table row(String... words) {
        rows.add(List.of(words));
        return this;
    }

    @Override
    public String toString() {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        StringBuilder drawn = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String word = row.get(column);
                line.append(word).append(" ".repeat(widths.get(column) - word.length()));
                line.append(GAP);
            }
            drawn.append(line.toString().stripTrailing()).append('\n');
        }
        return drawn.toString();
    }
}
