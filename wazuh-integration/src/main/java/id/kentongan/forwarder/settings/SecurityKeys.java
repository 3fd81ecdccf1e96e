package id.kentongan.forwarder.settings;

import id.kentongan.forwarder.settings.KafkaSecurity.Login;
import id.kentongan.forwarder.settings.KafkaSecurity.Mechanism;
import id.kentongan.forwarder.settings.KafkaSecurity.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the keys that say how the way to Kafka is guarded. */
final class SecurityKeys {
    private static final String WAY = "kafka.security";
    private static final String ANYWAY = "kafka.plaintext-anyway";
    private static final String CA = "kafka.ca-file";
    private static final String CERTIFICATE = "kafka.certificate-file";
    private static final String KEY = "kafka.key-file";
    private static final String MECHANISM = "kafka.sasl.mechanism";
    private static final String USER = "kafka.sasl.user";
    private static final String PASSWORD = "kafka.sasl.password-file";
    private static final List<String> OF_TLS = List.of(CA, CERTIFICATE, KEY);
    private static final List<String> OF_LOGIN = List.of(MECHANISM, USER, PASSWORD);

    static final Set<String> KEYS = Set.of(WAY, ANYWAY, CA, CERTIFICATE, KEY, MECHANISM, USER, PASSWORD);

    private static final Pattern BROKER = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s:\\[\\]/]+):(\\d{1,5})");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final Map<String, String> given;
    private final BiConsumer<String, String> fault;

    SecurityKeys(Map<String, String> given, BiConsumer<String, String> fault) {
        this.given = given;
        this.fault = fault;
    }

    /** Faults are told to the listener; what is returned then is of no use. */
    KafkaSecurity read(String bootstrap) {
        Way way = way();
        Mechanism mechanism = mechanism();
        if (!onlyLoopback(bootstrap)) {
            refuseOpenWay(way, mechanism);
        }
        refuseWhatDoesNotBelong(way);
        Path certificate = pem(CERTIFICATE, "CERTIFICATE");
        Path key = key();
        if ((certificate == null) != (key == null)) {
            fault.accept(certificate == null ? CERTIFICATE : KEY, "is missing: a certificate and its key go together");
            certificate = null;
            key = null;
        }
        Login login = way.login() ? login(mechanism) : null;
        return new KafkaSecurity(way, pem(CA, "CERTIFICATE"), certificate, key, login);
    }

    private Way way() {
        String value = given.getOrDefault(WAY, Way.PLAINTEXT.text());
        for (Way way : Way.values()) {
            if (way.text().equals(value)) {
                return way;
            }
        }
        fault.accept(WAY, "is unknown: one of plaintext, tls, sasl-plaintext, sasl-tls");
        return Way.PLAINTEXT;
    }

    private Mechanism mechanism() {
        String value = given.getOrDefault(MECHANISM, Mechanism.SCRAM_SHA_512.text());
        for (Mechanism mechanism : Mechanism.values()) {
            if (mechanism.text().equals(value)) {
                return mechanism;
            }
        }
        fault.accept(MECHANISM, "is unknown: SCRAM-SHA-512 or PLAIN");
        return Mechanism.SCRAM_SHA_512;
    }

    /** True too when there is nothing to judge; what is no address is a fault. */
    private boolean onlyLoopback(String bootstrap) {
        boolean loopback = true;
        for (String broker : bootstrap.isEmpty() ? new String[0] : bootstrap.split(",", -1)) {
            Matcher address = BROKER.matcher(broker.strip());
            if (!address.matches() || Integer.parseInt(address.group(2)) > 65_535) {
                fault.accept("kafka.bootstrap", "is not host:port, several with commas between: 'kafka.example:9093'");
                return true;
            }
            loopback &= LOOPBACK.matcher(address.group(1)).matches();
        }
        return loopback;
    }

    private void refuseOpenWay(Way way, Mechanism mechanism) {
        String anyway = given.getOrDefault(ANYWAY, "false");
        if (!anyway.equals("true") && !anyway.equals("false")) {
            fault.accept(ANYWAY, "is neither true nor false: give one of them");
        }
        if (way.login() && !way.encrypted() && mechanism == Mechanism.PLAIN) {
            fault.accept(MECHANISM, "would send the password readable to another machine: " + WAY + "=sasl-tls");
        } else if (!way.encrypted() && !anyway.equals("true")) {
            fault.accept(
                    WAY,
                    "would send alerts readable to another machine: set it to tls or sasl-tls, or, where the"
                            + " network itself is guarded, " + ANYWAY + "=true");
        }
    }

    private void refuseWhatDoesNotBelong(Way way) {
        if (!way.encrypted()) {
            OF_TLS.stream()
                    .filter(given::containsKey)
                    .forEach(key -> fault.accept(key, "is only for tls and sasl-tls: remove it, or set " + WAY));
        }
        if (!way.login()) {
            OF_LOGIN.stream()
                    .filter(given::containsKey)
                    .forEach(key ->
                            fault.accept(key, "is only for sasl-tls and sasl-plaintext: remove it, or set " + WAY));
        }
    }

    private @Nullable Path pem(String key, String block) {
        String value = given.get(key);
        if (value == null) {
            return null;
        }
        Path file = Path.of(value);
        try {
            if (!Files.readString(file).contains("-----BEGIN " + block + "-----")) {
                String mend = key.equals(KEY) ? " (openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW)" : "";
                fault.accept(key, "holds no PEM block " + block + ": give one that does" + mend);
            }
        } catch (IOException e) {
            fault.accept(key, "cannot be read (" + e + "): give a PEM file that this user may read");
        }
        return file;
    }

    private @Nullable Path key() {
        Path file = secret(KEY);
        return file == null || SecretFile.trouble(file) != null ? file : pem(KEY, "PRIVATE KEY");
    }

    private Login login(Mechanism mechanism) {
        String user = given.getOrDefault(USER, "");
        if (user.isEmpty()) {
            fault.accept(USER, "is missing: the name that the broker knows the forwarder by");
        }
        Path file = secret(PASSWORD);
        if (file == null) {
            fault.accept(PASSWORD, "is missing: a file with the password in its one line, chmod 640");
            return new Login(mechanism, user, Path.of(""));
        }
        return new Login(mechanism, user, file);
    }

    private @Nullable Path secret(String key) {
        String value = given.get(key);
        if (value == null) {
            return null;
        }
        Path file = Path.of(value);
        String trouble = SecretFile.trouble(file);
        if (trouble != null) {
            fault.accept(key, trouble);
        }
        return file;
    }
}
