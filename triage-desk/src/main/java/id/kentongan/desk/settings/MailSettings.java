package id.kentongan.desk.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes mail.
 *
 * @param user null where the server asks for none; with a user, TLS is required
 * @param passwordFile file whose first line is the password
 */
public record MailSettings(
        String host,
        int port,
        String from,
        @Nullable String user,
        @Nullable Path passwordFile) {}
