package id.kentongan.allinone.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kentongan.allinone.part.Probe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;

/** Ready when a page answers 200 with what is expected of it. */
final class HttpProbe implements Probe {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI page;
    private final Predicate<String> expected;

    private HttpProbe(String page, Predicate<String> expected) {
        this.page = URI.create(page);
        this.expected = expected;
    }

    static HttpProbe answers(String page) {
        return new HttpProbe(page, any -> true);
    }

    static HttpProbe answersJson(String page, Predicate<JsonNode> expected) {
        return new HttpProbe(page, text -> {
            try {
                return expected.test(JSON.readTree(text));
            } catch (JsonProcessingException e) {
                return false;
            }
        });
    }

    @Override
    public boolean ready() {
        try {
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(2)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && expected.test(answer.body());
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
