package id.kentongan.forwarder.source.findings;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A webhook on loopback that asks for an early look. Nothing is read from what it says: anybody may have written it,
 * and nothing is lost without it.
 */
final class Nudge implements Closeable {
    private static final int LARGEST = 64 * 1024;
    private static final int ACCEPTED = 202;
    private static final int NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;

    private final HttpServer server;
    private volatile boolean asked;

    /** Listens on that port; 0 takes any free one. */
    Nudge(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** True once for all nudges since the last time. */
    boolean taken() {
        boolean was = asked;
        asked = false;
        return was;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean post = exchange.getRequestMethod().equals("POST");
            boolean small = exchange.getRequestBody().readNBytes(LARGEST + 1).length <= LARGEST;
            asked |= post && small;
            exchange.sendResponseHeaders(!post ? NOT_ALLOWED : small ? ACCEPTED : TOO_LARGE, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
