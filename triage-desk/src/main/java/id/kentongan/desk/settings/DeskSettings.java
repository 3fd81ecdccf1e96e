package id.kentongan.desk.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the desk can be told under {@code kentongan.desk}.
 *
 * @param databaseUrl {@code jdbc:postgresql://host:port/database}, without user and password
 * @param databasePasswordFile file whose first line is the password
 * @param kafkaBootstrap {@code host:port}, several joined by commas
 * @param topicPrefix put before every topic's name; empty by default
 * @param firstLoginFile lines {@code name password} or {@code role:name password}; read only while nobody may enter yet;
 *     without it a one-time link on the console makes the first administrator
 * @param timeZone of the people at the desk; default Asia/Jakarta
 * @param calendarFile working hours and holidays; without it those that are shipped
 * @param officeFile letterhead, numbering and contacts in documents; without it names are left blank
 * @param smallTeam true lets one person hold two offices on a case, which is logged and printed
 * @param secondFactorRequired true keeps coordinators, heads and administrators out until they switched theirs on
 * @param largestUpload of a proof or a signed letter, bytes
 * @param webhooks addresses that get every notification as JSON
 * @param mail null sends no mail
 * @param publicAddress under which people reach the desk, for links in notifications
 * @param logs where alerts are looked up
 * @param calls how people and other case tools are called
 * @param oidc null: local accounts only
 * @param amberClients names of the PSEs that are clients of the team: what others told under TLP:AMBER may go to them
 * @param demo true shows a banner that says so
 */
public record DeskSettings(
        String databaseUrl,
        String databaseUser,
        Path databasePasswordFile,
        String kafkaBootstrap,
        String topicPrefix,
        @Nullable Path firstLoginFile,
        ZoneId timeZone,
        @Nullable Path calendarFile,
        @Nullable Path officeFile,
        boolean smallTeam,
        boolean secondFactorRequired,
        long largestUpload,
        List<String> webhooks,
        @Nullable MailSettings mail,
        String publicAddress,
        LogSettings logs,
        CallSettings calls,
        @Nullable OidcSettings oidc,
        List<String> amberClients,
        boolean demo) {

    public static final String PREFIX = "kentongan.desk.";

    /** Every key that there is, without the prefix. */
    public static final Set<String> KEYS = Set.of(
            "database-url",
            "database-user",
            "database-password-file",
            "kafka-bootstrap",
            "topic-prefix",
            "first-login-file",
            "time-zone",
            "calendar-file",
            "office-file",
            "small-team",
            "second-factor-required",
            "largest-upload-mib",
            "webhooks",
            "mail-host",
            "mail-port",
            "mail-from",
            "mail-user",
            "mail-password-file",
            "public-address",
            "logbook-days",
            "logbook-rows",
            "wazuh-4-dashboard",
            "wazuh-5-dashboard",
            "quiet-hours",
            "bundle-minutes",
            "siaga",
            "thehive-address",
            "thehive-key-file",
            "iris-address",
            "iris-key-file",
            "iris-customer",
            "oidc-issuer",
            "oidc-client-id",
            "oidc-client-secret-file",
            "oidc-name-claim",
            "oidc-roles-claim",
            "oidc-roles",
            "tlp-amber-clients",
            "demo");

    public DeskSettings {
        webhooks = List.copyOf(webhooks);
        amberClients = List.copyOf(amberClients);
    }

    /** Whether the PSE of that name is a client. */
    public boolean amberClient(String pse) {
        return !pse.isBlank() && amberClients.stream().map(Forms::oneName).anyMatch(Forms.oneName(pse)::equals);
    }
}
