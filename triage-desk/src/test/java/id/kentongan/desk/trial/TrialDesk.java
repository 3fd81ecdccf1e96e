package id.kentongan.desk.trial;

import id.kentongan.desk.Desk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The desk itself, running in this JVM on free ports, and a person with a browser before it. */
public final class TrialDesk implements AutoCloseable {
    public static final String NAME = "sri";
    public static final String PASSWORD = "kentongan bambu 7";

    private final ConfigurableApplicationContext context;
    private HttpClient browser = browser();

    private TrialDesk(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TrialDesk start(Map<String, Object> settings) {
        SpringApplication desk = new SpringApplication(Desk.class);
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0"));
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return new TrialDesk(desk.run(arguments.toArray(String[]::new)));
    }

    public static Map<String, Object> settings(
            String databaseUrl, Path passwordFile, String bootstrap, Path firstLoginFile) {
        return Map.of(
                "kentongan.desk.database-url", databaseUrl,
                "kentongan.desk.database-user", "desk",
                "kentongan.desk.database-password-file", passwordFile,
                "kentongan.desk.kafka-bootstrap", bootstrap,
                "kentongan.desk.first-login-file", firstLoginFile);
    }

    public void logIn() {
        logIn(NAME, PASSWORD);
    }

    public HttpResponse<String> logIn(String name, String password) {
        return logIn(name, password, "");
    }

    public HttpResponse<String> logIn(String name, String password, String code) {
        browser = browser();
        String token = Jsoup.parse(get("/login").body())
                .selectXpath("//form[@action='/login']//input[@name='_csrf']")
                .attr("value");
        return post("/login", Map.of("username", name, "password", password, "code", code, "_csrf", token));
    }

    public Document page(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError("expected 200 for " + path + ", got " + answer.statusCode());
        }
        return Jsoup.parse(answer.body());
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        return send((headers.length == 0 ? request : request.headers(headers)).GET());
    }

    /** Every address that a controller of the desk answers to people, as {@code METHOD /pattern}. */
    public Set<String> endpoints() {
        return mappings().stream()
                .filter(one -> !one.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Likewise to programs. */
    public Set<String> apiEndpoints() {
        return mappings().stream().filter(one -> one.contains(" /api/")).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> mappings() {
        Set<String> endpoints = new TreeSet<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getName().startsWith("id.kentongan")) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> mapping.getPatternValues()
                                        .forEach(pattern -> endpoints.add(verb + " " + pattern)));
                    }
                });
        return endpoints;
    }

    /** A form of the page at {@code from}, sent to {@code path} with that page's token. */
    public HttpResponse<String> submit(String from, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", token(from));
        return post(path, form);
    }

    /** The token of a page, good for every form of this login. */
    public String token(String page) {
        return Jsoup.parse(get(page).body()).select("input[name=_csrf]").attr("value");
    }

    /**
     * A new browser goes to the identity provider, logs in there and follows where it is sent; gives the last address.
     *
     * @param onTheWay what becomes of each address it is sent to
     */
    public String enterAtProvider(String subject, String password, UnaryOperator<URI> onTheWay) {
        browser = browser();
        HttpResponse<String> page = follow(address("/oauth2/authorization/oidc"), onTheWay);
        Element form = Jsoup.parse(page.body()).selectFirst("form:has(input[name=username])");
        if (form == null || page.uri().getPort() == port()) {
            return page.uri().toString();
        }
        Map<String, String> fields = Map.of(
                "username", subject,
                "password", password,
                "_csrf", form.select("input[name=_csrf]").attr("value"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(page.uri().resolve(form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
        return follow(answer, onTheWay).uri().toString();
    }

    private HttpResponse<String> follow(URI first, UnaryOperator<URI> onTheWay) {
        return follow(
                send(HttpRequest.newBuilder(first).header("Accept", "text/html").GET()), onTheWay);
    }

    private HttpResponse<String> follow(HttpResponse<String> first, UnaryOperator<URI> onTheWay) {
        HttpResponse<String> answer = first;
        for (int hop = 0; hop < 10; hop++) {
            Optional<String> next = answer.headers().firstValue("Location");
            if (next.isEmpty()) {
                return answer;
            }
            URI to = onTheWay.apply(answer.uri().resolve(next.get()));
            answer = send(
                    HttpRequest.newBuilder(to).header("Accept", "text/html").GET());
        }
        throw new AssertionError("sent on and on, at last to " + answer.uri());
    }

    /** A request of a program: no cookie, only its key. */
    public HttpResponse<String> program(String method, String path, String key, Map<String, String> form) {
        HttpRequest.BodyPublisher body = form.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(encoded(form));
        return send(
                browser(),
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", "Bearer " + key)
                        .method(method, body));
    }

    /** The bytes behind a path that answers 200. */
    public byte[] bytes(String path) {
        try {
            HttpResponse<byte[]> answer = browser.send(
                    HttpRequest.newBuilder(address(path)).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError("expected 200 for " + path + ", got " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The form at {@code from} that takes a file, sent to {@code path}. */
    public HttpResponse<String> upload(String from, String path, String field, String name, String content) {
        String line = "--kentongan-trial";
        String body = String.join(
                "\r\n",
                line,
                "Content-Disposition: form-data; name=\"_csrf\"",
                "",
                token(from),
                line,
                "Content-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name + "\"",
                "Content-Type: application/octet-stream",
                "",
                content,
                line + "--",
                "");
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "multipart/form-data; boundary=kentongan-trial")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** An endpoint of the management port. */
    public HttpResponse<String> actuator(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort() + "/actuator" + path))
                .GET());
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(browser, request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }
}
