package id.kentongan.forwarder.source.findings;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an indexer is and how it lets us read.
 *
 * @param url https; http only on loopback
 * @param user null: the indexer asks for no name
 * @param passwordFile its first line is the password; null only without a user
 * @param caFile PEM of who signed the indexer's certificate; null: those that Java trusts
 * @param streams data streams, {@code *} allowed
 * @param poll how long after a look the next one comes
 * @param pageBytes what one answer should hold, about
 * @param nudgePort on loopback, where a webhook may ask for an early look; 0 = none
 */
public record IndexerAccess(
        URI url,
        @Nullable String user,
        @Nullable Path passwordFile,
        @Nullable Path caFile,
        List<String> streams,
        Duration poll,
        int pageBytes,
        int nudgePort) {
    public IndexerAccess {
        requireNonNull(url, "url");
        requireNonNull(poll, "poll");
        streams = List.copyOf(streams);
        if (streams.isEmpty() || pageBytes < 1 || (user != null && passwordFile == null)) {
            throw new IllegalArgumentException("expected streams, a page size, and a password file for user " + user);
        }
    }
}
