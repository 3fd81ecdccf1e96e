package id.kentongan.job.intake;

import org.jspecify.annotations.Nullable;

/** The address that an alert can be correlated by. */
public final class SourceAddress {
    private SourceAddress() {}

    /** Null where the alert names none, or only loopback, which says nothing of where an attack came from. */
    public static @Nullable String of(Alert alert) {
        return Address.tellsSource(alert.sourceIp()) ? alert.sourceIp() : null;
    }

    /** Whether an address as evidence shows it is one. */
    public static boolean isOne(@Nullable String logged) {
        return Address.tellsSource(logged);
    }
}
