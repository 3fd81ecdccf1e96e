package id.kentongan.standin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/** A tiny program in the place of a part that is not built here: one page on one port, until it is stopped. */
public final class StandIn {
    private StandIn() {}

    public static Properties settings(String file) throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(Files.readString(Path.of(file))));
        return read;
    }

    /** Serves the page and never returns. */
    public static void serve(String port, String path, String page) throws IOException, InterruptedException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 0);
        server.createContext(path, exchange -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        new CountDownLatch(1).await();
    }
}
