package id.kentongan.forwarder.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    @Test
    void pageTellsCountsAndLagAlsoAfterACollectionOfGarbage() throws Exception {
        AtomicLong count = new AtomicLong(7);
        Instant last = Instant.ofEpochSecond(1000);
        try (MetricsPage page = new MetricsPage(0, Clock.fixed(Instant.ofEpochSecond(1010), ZoneOffset.UTC))) {
            page.sent(count::get);
            page.rejected("empty", count::get);
            page.source("s", () -> new SourceProgress("s", "file", 10, 25, 7, 0, 2, last, last, "no", false));
            System.gc(); // the registry holds what it counts only weakly; this once emptied the page

            assertThat(get(page.port()))
                    .contains("kentongan_forwarder_sent_total 7.0")
                    .contains("kentongan_forwarder_rejected_total{reason=\"empty\"} 7.0")
                    .contains("kentongan_forwarder_lag_bytes{source=\"s\"} 15.0")
                    .contains("kentongan_forwarder_lag_seconds{source=\"s\"} 10.0")
                    .contains("kentongan_forwarder_gaps{source=\"s\"} 2.0")
                    .contains("kentongan_forwarder_trouble{source=\"s\"} 1.0")
                    .contains("kentongan_forwarder_last_alert_timestamp_seconds{source=\"s\"} 1000.0");
        }
    }

    private static String get(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
