package id.kentongan.forwarder.source.findings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Asks the indexer and waits for the whole answer, at most so long. */
final class Connection {
    /** Whoever answers so may answer otherwise soon. */
    private static final Set<Integer> BUSY = Set.of(408, 429, 500, 502, 503, 504);

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient client;
    private final IndexerAccess access;
    private final @Nullable String credentials;
    private final Duration patience;
    private final int longest;

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, byte[] body) {
        String said() {
            String text = new String(body, UTF_8).replaceAll("\\p{Cntrl}", " ");
            return text.substring(0, Math.min(200, text.length()));
        }
    }

    /**
     * Reads password and certificate.
     *
     * @param patience for one answer
     * @param longest answer, in bytes
     */
    Connection(IndexerAccess access, Duration patience, int longest) throws IOException {
        this.access = access;
        this.patience = patience;
        this.longest = longest;
        this.credentials = credentials(access);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        if (access.caFile() != null) {
            builder.sslContext(trusting(access.caFile()));
        }
        this.client = builder.build();
    }

    Answer get(String path) throws IOException {
        return ask(request(path).GET().build());
    }

    Answer post(String path, String json) throws IOException {
        return ask(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(access.url().resolve(path));
        return credentials == null ? request : request.header("Authorization", credentials);
    }

    private Answer ask(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(request, info -> new BoundedBody(longest));
        try {
            HttpResponse<byte[]> response = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            Answer answer = new Answer(response.statusCode(), response.body());
            if (BUSY.contains(answer.status())) {
                throw new BusyException("the indexer is busy, it answers " + answer.status() + ": " + answer.said());
            }
            return answer;
        } catch (TimeoutException e) {
            throw new BusyException("the indexer gave no whole answer within " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while asking the indexer", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            asked.cancel(true);
        }
    }

    private IOException failure(@Nullable Throwable cause) {
        if (cause instanceof OversizeException oversize) {
            return oversize;
        }
        if (cause instanceof java.net.ConnectException || cause instanceof javax.net.ssl.SSLException) {
            return new IOException("cannot reach the indexer at " + access.url() + ": " + cause, cause);
        }
        return new BusyException("the indexer's answer broke off: " + cause, cause == null ? new IOException() : cause);
    }

    private static @Nullable String credentials(IndexerAccess access) throws IOException {
        Path file = access.passwordFile();
        if (access.user() == null || file == null) {
            return null;
        }
        String password = Files.readString(file).lines().findFirst().orElse("");
        String pair = access.user() + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static SSLContext trusting(Path caFile) throws IOException {
        try (InputStream pem = Files.newInputStream(caFile)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("ca-" + number++, each);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use " + caFile + " as PEM certificates: " + e, e);
        }
    }
}
