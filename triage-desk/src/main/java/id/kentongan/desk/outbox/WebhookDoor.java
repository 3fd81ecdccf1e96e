package id.kentongan.desk.outbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts JSON to the addresses of the settings, and follows no redirection. */
final class WebhookDoor implements Door {
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public void send(Parcel parcel) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(parcel.target()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("X-Kentongan-Id", Long.toString(parcel.id()))
                .POST(HttpRequest.BodyPublishers.ofString(String.valueOf(parcel.payload())))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status < 200 || status > 299) {
            throw new IOException("answered " + status);
        }
    }
}
