package id.kentongan.desk.duty;

import java.time.Instant;

/** Somebody is on duty, from one moment until before another, UTC. */
public record Shift(long id, String person, Instant from, Instant until) {}
