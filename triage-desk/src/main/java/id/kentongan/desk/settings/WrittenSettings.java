package id.kentongan.desk.settings;

import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.settings.CallSettings.Tool;
import id.kentongan.desk.settings.SettingInForce.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the written keys into {@link DeskSettings} and gathers all faults on the way. Used once. */
final class WrittenSettings {
    private final Map<String, String> written;
    private final Map<String, String> inForce = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private WrittenSettings(Map<String, String> written) {
        this.written = new TreeMap<>(written);
    }

    /**
     * Reads all keys.
     *
     * @param written value by key, keys without the prefix
     * @throws SettingsRefused with every fault
     */
    static DeskSettings read(Map<String, String> written) {
        return new WrittenSettings(written).read();
    }

    /**
     * Every key there is with the value that counts.
     *
     * @param written as for {@link #read(Map)}
     * @param where what each written key was set by
     */
    static List<SettingInForce> inForce(Map<String, String> written, Map<String, String> where) {
        WrittenSettings settings = new WrittenSettings(written);
        settings.read();
        return new TreeSet<>(DeskSettings.KEYS)
                .stream().map(key -> settings.inForce(key, where)).toList();
    }

    private SettingInForce inForce(String key, Map<String, String> where) {
        String value = inForce.get(key);
        Origin origin = written.containsKey(key) ? Origin.SET : value == null ? Origin.NOT_SET : Origin.DEFAULT;
        return SettingInForce.of(
                DeskSettings.PREFIX + key,
                value == null ? written.get(key) : value,
                origin,
                where.getOrDefault(key, ""));
    }

    private DeskSettings read() {
        written.keySet().stream()
                .filter(key -> !DeskSettings.KEYS.contains(key))
                .forEach(this::unknown);
        String url = text("database-url", null, Forms::databaseUrl);
        String user = text("database-user", null, Function.identity());
        Path password = text("database-password-file", null, Forms::passwordFile);
        String bootstrap =
                text("kafka-bootstrap", null, value -> Forms.matching(Forms.BOOTSTRAP, value, "host:port[,host:port]"));
        String prefix = text(
                "topic-prefix",
                "",
                value -> Forms.matching(Forms.TOPIC_PREFIX, value, "letters, digits, dots, - and _"));
        Path firstLogin = optionalFile("first-login-file");
        Path calendar = optionalFile("calendar-file");
        Path office = optionalFile("office-file");
        ZoneId zone = text("time-zone", "Asia/Jakarta", Forms::zone);
        Boolean smallTeam = text("small-team", "false", Forms::yesOrNo);
        Boolean secondFactor = text("second-factor-required", "false", Forms::yesOrNo);
        Long largestUpload = text("largest-upload-mib", "20", Forms::mebibytes);
        List<String> webhooks = text("webhooks", "", Forms::addresses);
        MailSettings mail = mail();
        String address = text("public-address", "", Forms::address);
        LogSettings logs = logs();
        CallSettings calls = calls();
        OidcSettings oidc = oidc();
        List<String> clients = text("tlp-amber-clients", "", Forms::names);
        Boolean demo = text("demo", "false", Forms::yesOrNo);
        if (!faults.isEmpty()
                || url == null
                || user == null
                || password == null
                || bootstrap == null
                || prefix == null
                || zone == null
                || smallTeam == null
                || secondFactor == null
                || largestUpload == null
                || webhooks == null
                || address == null
                || logs == null
                || calls == null
                || clients == null
                || demo == null) {
            throw new SettingsRefused(faults);
        }
        return new DeskSettings(
                url,
                user,
                password,
                bootstrap,
                prefix,
                firstLogin,
                zone,
                calendar,
                office,
                smallTeam,
                secondFactor,
                largestUpload,
                webhooks,
                mail,
                address,
                logs,
                calls,
                oidc,
                clients,
                demo);
    }

    private @Nullable LogSettings logs() {
        Integer days = text("logbook-days", "7", value -> Forms.wholeNumber(value, 30));
        Integer rows = text("logbook-rows", "1000000", value -> Forms.wholeNumber(value, 100_000_000));
        String wazuh4 = text("wazuh-4-dashboard", "", Forms::template);
        String wazuh5 = text("wazuh-5-dashboard", "", Forms::template);
        return days == null || rows == null || wazuh4 == null || wazuh5 == null
                ? null
                : new LogSettings(days, rows, wazuh4, wazuh5);
    }

    private @Nullable CallSettings calls() {
        List<LocalTime> quiet = text("quiet-hours", "00:00-00:00", Forms::hours);
        Integer bundle = text("bundle-minutes", "2", value -> Forms.wholeNumber(value, 60));
        Boolean standby = text("siaga", "jam-kerja", Forms::standby);
        Tool theHive = tool("thehive");
        Tool iris = tool("iris");
        return quiet == null || bundle == null || standby == null
                ? null
                : new CallSettings(quiet.get(0), quiet.get(1), Duration.ofMinutes(bundle), standby, theHive, iris);
    }

    private @Nullable OidcSettings oidc() {
        if (!written.containsKey("oidc-issuer")) {
            return null;
        }
        String issuer = text("oidc-issuer", null, Forms::address);
        String client = text("oidc-client-id", null, Function.identity());
        Path secret = text("oidc-client-secret-file", null, Forms::passwordFile);
        String name = text("oidc-name-claim", "preferred_username", Function.identity());
        String claim = text("oidc-roles-claim", "groups", Function.identity());
        Map<String, Role> roles = text("oidc-roles", null, Forms::roles);
        return issuer == null || client == null || secret == null || name == null || claim == null || roles == null
                ? null
                : new OidcSettings(issuer, client, secret, name, claim, roles);
    }

    private @Nullable Tool tool(String name) {
        if (!written.containsKey(name + "-address")) {
            return null;
        }
        String address = text(name + "-address", null, Forms::address);
        Path key = text(name + "-key-file", null, Forms::passwordFile);
        Integer customer = text("iris-customer", "1", value -> Forms.wholeNumber(value, 1_000_000));
        return address == null || key == null || customer == null
                ? null
                : new Tool(address.replaceAll("/+$", ""), key, customer);
    }

    private @Nullable MailSettings mail() {
        if (!written.containsKey("mail-host")) {
            return null;
        }
        String host = text("mail-host", null, Function.identity());
        Integer port = text("mail-port", "25", Forms::port);
        String from = text("mail-from", null, value -> Forms.matching(Forms.MAIL, value, "name@domain"));
        String user = written.containsKey("mail-user") ? text("mail-user", null, Function.identity()) : null;
        Path password = user == null ? null : text("mail-password-file", null, Forms::passwordFile);
        return host == null || port == null || from == null ? null : new MailSettings(host, port, from, user, password);
    }

    private @Nullable Path optionalFile(String key) {
        return written.containsKey(key) ? text(key, null, Forms::path) : null;
    }

    private void unknown(String key) {
        faults.add(DeskSettings.PREFIX + key + " is not a setting. Known: "
                + String.join(", ", new TreeSet<>(DeskSettings.KEYS)));
    }

    private <T> @Nullable T text(String key, @Nullable String byDefault, Function<String, T> reading) {
        String value =
                written.getOrDefault(key, byDefault == null ? "" : byDefault).strip();
        if (value.isEmpty() && byDefault == null) {
            faults.add(DeskSettings.PREFIX + key + " is missing. Write it into the settings file");
            return null;
        }
        inForce.put(key, value);
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException fault) {
            faults.add(DeskSettings.PREFIX + key + " = " + value + ": " + fault.getMessage());
            return null;
        }
    }
}
