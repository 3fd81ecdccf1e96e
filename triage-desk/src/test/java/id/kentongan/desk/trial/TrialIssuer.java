package id.kentongan.desk.trial;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider of a few lines: whoever comes is logged in at once, as the test says. */
public final class TrialIssuer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final RSAKey key;
    private volatile String subject = "";
    private volatile String name = "";
    private volatile List<String> groups = List.of();
    private volatile String nonce = "";
    private volatile boolean forged;
    private volatile String secretSeen = "";

    private TrialIssuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    public static TrialIssuer open() throws IOException, JOSEException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TrialIssuer issuer =
                new TrialIssuer(server, new RSAKeyGenerator(2048).keyID("k1").generate());
        server.createContext("/.well-known/openid-configuration", call -> json(call, issuer.itself()));
        server.createContext("/jwks", call -> answer(call, new JWKSet(issuer.key.toPublicJWK()).toString()));
        server.createContext("/authorize", issuer::authorize);
        server.createContext("/token", issuer::token);
        server.start();
        return issuer;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who logs in next. */
    public void knows(String whose, String called, String... inGroups) {
        subject = whose;
        name = called;
        groups = List.of(inGroups);
        forged = false;
    }

    /** The next token is signed with another key. */
    public void forges() {
        forged = true;
    }

    /** What the desk showed as its own id and secret. */
    public String secretSeen() {
        return secretSeen;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, Object> itself() {
        return Map.of(
                "issuer", address(),
                "authorization_endpoint", address() + "/authorize",
                "token_endpoint", address() + "/token",
                "jwks_uri", address() + "/jwks",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private void authorize(HttpExchange call) throws IOException {
        Map<String, String> asked = new HashMap<>();
        for (String pair : List.of(call.getRequestURI().getRawQuery().split("&", -1))) {
            String[] parts = pair.split("=", 2);
            asked.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        nonce = asked.getOrDefault("nonce", "");
        String state = java.net.URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Location", asked.get("redirect_uri") + "?code=once&state=" + state);
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private void token(HttpExchange call) throws IOException {
        secretSeen = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
        try {
            json(call, Map.of("access_token", "a", "token_type", "Bearer", "expires_in", 60, "id_token", idToken()));
        } catch (JOSEException fault) {
            throw new IOException(fault);
        }
    }

    private String idToken() throws JOSEException {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject(subject)
                .audience("meja")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", nonce)
                .claim("preferred_username", name)
                .claim("groups", groups)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
        token.sign(new RSASSASigner(forged ? new RSAKeyGenerator(2048).generate() : key));
        return token.serialize();
    }

    private static void json(HttpExchange call, Map<String, Object> content) throws IOException {
        answer(call, JSON.writeValueAsString(content));
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
