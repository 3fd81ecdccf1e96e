package id.kentongan.forwarder.settings;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the way to Kafka is guarded. It names the files of secrets and never holds what is in them.
 *
 * @param caFile PEM of whom to trust; null trusts what Java trusts
 * @param certificateFile PEM of our own certificate and what vouches for it; null shows none
 * @param keyFile PEM (PKCS#8, not encrypted) of its key; given together with it
 * @param login who we are; only of the ways that begin with SASL
 */
public record KafkaSecurity(
        Way way,
        @Nullable Path caFile,
        @Nullable Path certificateFile,
        @Nullable Path keyFile,
        @Nullable Login login) {
    /** Nothing is encrypted and nobody is asked: for a broker on this machine. */
    public static final KafkaSecurity NONE = new KafkaSecurity(Way.PLAINTEXT, null, null, null, null);

    /** What stands around each record on its way. */
    public enum Way {
        PLAINTEXT("PLAINTEXT", false, false),
        TLS("SSL", true, false),
        SASL_PLAINTEXT("SASL_PLAINTEXT", false, true),
        SASL_TLS("SASL_SSL", true, true);

        private final String protocol;
        private final boolean encrypted;
        private final boolean login;

        Way(String protocol, boolean encrypted, boolean login) {
            this.protocol = protocol;
            this.encrypted = encrypted;
            this.login = login;
        }

        boolean encrypted() {
            return encrypted;
        }

        boolean login() {
            return login;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Name and the file whose one line is the password. */
    public record Login(Mechanism mechanism, String user, Path passwordFile) {
        public Login {
            requireNonNull(mechanism, "mechanism");
            requireNonNull(user, "user");
            requireNonNull(passwordFile, "passwordFile");
        }
    }

    /** How the password is proven. */
    public enum Mechanism {
        /** It never travels. */
        SCRAM_SHA_512("SCRAM-SHA-512", "org.apache.kafka.common.security.scram.ScramLoginModule"),
        /** It travels as it is: only inside TLS. */
        PLAIN("PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule");

        private final String text;
        private final String module;

        Mechanism(String text, String module) {
            this.text = text;
            this.module = module;
        }

        String text() {
            return text;
        }
    }

    public KafkaSecurity {
        requireNonNull(way, "way");
        if (way.login() != (login != null) || (certificateFile == null) != (keyFile == null)) {
            throw new IllegalArgumentException("expected a login for SASL alone, and a certificate with its key");
        }
    }

    /**
     * What Kafka's client is to be told. Reads the files anew at every call, so that a changed password or certificate
     * is taken with the next connection that is made from it.
     *
     * @throws IOException when one of the files cannot be read any more
     */
    public Map<String, Object> properties() throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("security.protocol", way.protocol);
        if (caFile != null) {
            properties.put("ssl.truststore.type", "PEM");
            properties.put("ssl.truststore.certificates", Files.readString(caFile));
        }
        if (certificateFile != null && keyFile != null) {
            properties.put("ssl.keystore.type", "PEM");
            properties.put("ssl.keystore.certificate.chain", Files.readString(certificateFile));
            properties.put("ssl.keystore.key", SecretFile.read(keyFile));
        }
        if (login != null) {
            properties.put("sasl.mechanism", login.mechanism().text);
            properties.put("sasl.jaas.config", jaas(login));
        }
        return properties;
    }

    private static String jaas(Login login) throws IOException {
        return login.mechanism().module + " required username=" + quoted(login.user()) + " password="
                + quoted(SecretFile.read(login.passwordFile())) + ";";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
