package id.kentongan.forwarder.source;

/** What a source has next: a line, or the knowledge that something is missing at this place. */
public sealed interface Reading permits Line, Missing {
    /** Where reading goes on once this is safe. */
    Position position();
}
