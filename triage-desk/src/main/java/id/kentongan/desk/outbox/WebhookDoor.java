package id.kentongan.desk.outbox;

import id.kentongan.desk.settings.CallSettings;
import id.kentongan.desk.settings.CallSettings.Tool;
import id.kentongan.desk.settings.DeskSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts JSON to the addresses of the settings, and follows no redirection. */
final class WebhookDoor implements Door {
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final CallSettings settings;

    WebhookDoor(DeskSettings settings) {
        this.settings = settings.calls();
    }

    @Override
    public void send(Parcel parcel) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(parcel.target()));
        Tool tool = tool(parcel.key());
        if (tool != null) {
            request.header("Authorization", "Bearer " + key(tool));
        }
        request.timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("X-Kentongan-Id", Long.toString(parcel.id()))
                .POST(HttpRequest.BodyPublishers.ofString(String.valueOf(parcel.payload())));
        int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status < 200 || status > 299) {
            throw new IOException("answered " + status);
        }
    }

    private @Nullable Tool tool(String name) {
        return switch (name) {
            case "thehive" -> settings.theHive();
            case "iris" -> settings.iris();
            default -> null;
        };
    }

    private static String key(Tool tool) throws IOException {
        return Files.readString(tool.keyFile(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}
