package id.kentongan.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Severity;
import org.junit.jupiter.api.Test;

class QueueFilterTest {
    @Test
    void aFilterIsWrittenIntoTheAddressAndReadBack() {
        QueueFilter filter = QueueFilter.of("high", "a&b=c #{x} 100%", "3");

        assertThat(filter).isEqualTo(new QueueFilter(Severity.HIGH, "a&b=c #{x} 100%", 3));
        assertThat(filter.in("/candidates"))
                .isEqualTo("/candidates?severity=high&q=a%26b%3Dc%20%23%7Bx%7D%20100%25&page=3");
    }

    @Test
    void nonsenseInTheAddressMeansNoFilter() {
        assertThat(QueueFilter.of("worst", null, "-1")).isEqualTo(new QueueFilter(null, "", 1));
        assertThat(QueueFilter.of(null, " ", "99999999999")).isEqualTo(new QueueFilter(null, "", 1));
        assertThat(QueueFilter.of(null, null, null).in("/candidates")).isEqualTo("/candidates");
    }

    @Test
    void wildcardsOfSqlAreLookedForLiterally() {
        assertThat(QueueFilter.of(null, "50%_\\X", null).pattern()).isEqualTo("%50\\%\\_\\\\x%");
        assertThat(QueueFilter.of(null, "", null).pattern()).isNull();
    }

    @Test
    void anotherSeverityStartsAtTheFirstPage() {
        assertThat(QueueFilter.of("low", "x", "4").with(Severity.HIGH))
                .isEqualTo(new QueueFilter(Severity.HIGH, "x", 1));
    }
}
