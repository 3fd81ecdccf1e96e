package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.DeskOfCases;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the module's README says for a desk behind a proxy with TLS. */
class BehindTlsIT {
    @Test
    void browsersAreToldToComeByTlsAlone() throws IOException, SQLException {
        Map<String, Object> asWritten =
                Map.of("server.forward-headers-strategy", "native", "server.servlet.session.cookie.secure", "true");
        try (DeskOfCases cases = DeskOfCases.open("tls_it", asWritten)) {
            HttpResponse<String> page = cases.desk().get("/login", "X-Forwarded-Proto", "https");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .matches("max-age=\\d{8,}.*");
            assertThat(page.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
            assertThat(cases.desk()
                            .get("/candidates", "X-Forwarded-Proto", "https")
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .as("nobody is sent back to plain HTTP")
                    .doesNotStartWith("http:");
        }
    }
}
