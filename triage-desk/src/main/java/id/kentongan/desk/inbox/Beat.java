package id.kentongan.desk.inbox;

import java.time.Instant;

/**
 * A source of alerts was heard.
 *
 * @param ended it will send nothing more
 */
record Beat(String source, Instant at, boolean ended) {}
