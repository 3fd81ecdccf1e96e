package id.kentongan.desk.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "|calc", "%0A"})
    void whatASpreadsheetWouldCalculateIsText(String cell) {
        assertThat(Csv.of(List.of("a"), List.of(List.of(cell)))).contains("\"'");
    }

    @Test
    void quotesAndLineEndsStayInsideTheirCell() {
        assertThat(Csv.of(List.of("a", "b"), List.of(List.of("x\"y", "1\r\n2"))))
                .isEqualTo("\ufeff\"a\",\"b\"\r\n\"x\"\"y\",\"1  2\"\r\n");
    }
}
