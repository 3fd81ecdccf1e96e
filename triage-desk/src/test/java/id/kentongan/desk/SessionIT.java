package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.DeskOfCases;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A session that somebody else knew before the login is worth nothing after it. */
class SessionIT {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static DeskOfCases cases;

    @BeforeAll
    static void open() throws IOException, SQLException {
        cases = DeskOfCases.open("session_it", Map.of());
    }

    @AfterAll
    static void close() {
        cases.close();
    }

    @Test
    void aLoginChangesTheSessionAndALogoutEndsIt() throws IOException, InterruptedException {
        HttpResponse<String> door = send("/login", "", "");
        String planted = session(door);
        HttpResponse<String> entered = send("/login", planted, form(door.body(), TrialTeam.ANALYST));
        String own = session(entered);

        assertThat(own).isNotEqualTo(planted);
        assertThat(send("/candidates", planted, "").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login"));
        HttpResponse<String> list = send("/candidates", own, "");
        assertThat(list.statusCode()).isEqualTo(200);

        send("/logout", own, "_csrf=" + token(list.body()));
        assertThat(send("/candidates", own, "").statusCode()).isEqualTo(302);
    }

    private static String form(String page, String person) {
        return "_csrf=" + token(page) + "&code=&username=" + person + "&password="
                + URLEncoder.encode(TrialTeam.password(person), StandardCharsets.UTF_8);
    }

    private static String token(String page) {
        String token = Jsoup.parse(page).select("input[name=_csrf]").attr("value");
        return URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    private static String session(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("KENTONGAN_DESK="))
                .map(cookie -> cookie.replaceAll(";.*", ""))
                .findFirst()
                .orElseThrow();
    }

    /** A POST where there is a form. */
    private static HttpResponse<String> send(String path, String cookie, String form)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + cases.desk().port() + path))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return BROWSER.send(
                form.isEmpty()
                        ? request.GET().build()
                        : request.POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
